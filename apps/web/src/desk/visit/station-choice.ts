import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { Draft } from './draft.ts';

type Stations = DeskVisit['stations'];

/** Of the chairs and rooms a visit has, those it still needs as it is put together now: with its service goes the chair. */
export function stationsNeeded(
  stations: Stations,
  { items }: Draft,
  catalogue: Pick<CatalogueAnswer, 'services' | 'stations'>,
): Stations {
  const kinds = new Set(
    items.map(({ serviceId }) => catalogue.services.find(({ id }) => id === serviceId)?.stationKind ?? null),
  );
  return stations.filter(({ stationId }) =>
    kinds.has(catalogue.stations.find(({ id }) => id === stationId)?.kind ?? null),
  );
}
