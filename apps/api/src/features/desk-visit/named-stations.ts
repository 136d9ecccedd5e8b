import type { KindNeed } from '@salon/domain/visit/claims';
import { AppError } from '../../errors/app-error.ts';
import type { Salon } from '../salon/salon.ts';
import type { VisitState } from './visit-state.ts';

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

/**
 * When a visit needs a station of which kind, also where the one it has is in use no more. Where that became another kind, or
 * its service takes another one now, it stands for what the visit has none of; what is no longer sold does not tell what it took.
 */
export function stationNeedsOf(salon: Salon, { items, wants }: Pick<VisitState, 'items' | 'wants'>): KindNeed[] {
  const has = wants.flatMap(({ claimantId, item, from, to }) => {
    const kind = item === null ? salon.stations.get(claimantId)?.kind : undefined;
    return kind === undefined ? [] : [{ kind, start: from, end: to }];
  });
  const services = salon.config.services.filter(({ id }) => items.some(({ serviceId }) => serviceId === id));
  const taken = new Set(services.flatMap(({ stationKind }) => stationKind ?? []));
  const isSold = items.every(({ serviceId }) => services.some(({ id }) => id === serviceId));
  const missing = isSold ? [...taken].filter((kind) => !has.some((one) => one.kind === kind)) : [];
  return has.map((one) => (taken.has(one.kind) ? one : { ...one, kind: missing.shift() ?? one.kind }));
}
