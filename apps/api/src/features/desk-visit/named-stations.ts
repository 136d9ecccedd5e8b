import type { KindNeed } from '@salon/domain/visit/claims';
import { AppError } from '../../errors/app-error.ts';
import type { Salon } from '../salon/salon.ts';

/** Stations somebody names for a visit, each of a kind it needs. Throws `station_not_found`, `invalid_request`. */
export function namedStations(
  salon: Salon,
  needs: readonly KindNeed[],
  ids: readonly string[] | undefined,
): readonly string[] {
  const named = ids ?? [];
  const kinds = named.map((id) => salon.config.stations.find((station) => station.id === id)?.kind);
  if (kinds.includes(undefined)) throw new AppError('station_not_found', 'The salon has no such chair or room.');
  if (new Set(kinds).size < kinds.length) throw new AppError('invalid_request', 'stations names one of a kind.');
  if (kinds.some((kind) => !needs.some((need) => need.kind === kind))) {
    throw new AppError('invalid_request', 'Nothing in this visit needs a chair or room of that kind.');
  }
  return named;
}
