import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { Draft } from './draft.ts';

/** A kind of chair or room that a visit takes as it is put together now, those to choose from, and the one it has, if any. */
export type StationNeed = {
  readonly kind: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly own: string | null;
};

/** Stations by their kind, as somebody chose them. */
export type StationChoice = Readonly<Record<string, string>>;

/**
 * What there is to choose of chairs and rooms: those in use, and the one the visit has. Where it has none of a kind, any one
 * that is free will do, and of one there is nothing to choose; but one it has that is of no use to it has to be left.
 */
export function stationNeeds(
  { items }: Draft,
  { services, stations }: Pick<CatalogueAnswer, 'services' | 'stations'>,
  has: readonly string[],
): StationNeed[] {
  const kindOf = (serviceId: string) => services.find(({ id }) => id === serviceId)?.stationKind ?? null;
  const kinds = [...new Set(items.map(({ serviceId }) => kindOf(serviceId)))].filter((kind) => kind !== null);
  const hers = stations.filter(({ id }) => has.includes(id));
  const leaves = hers.some(({ kind }) => !kinds.includes(kind));
  return kinds.flatMap((kind): StationNeed[] => {
    const own = hers.find((one) => one.kind === kind)?.id ?? null;
    const options = stations.filter((one) => one.kind === kind && (one.active || one.id === own));
    const least = own === null && leaves ? 1 : 2;
    return options.length < least ? [] : [{ kind, own, options: options.map(({ id, name }) => ({ id, name })) }];
  });
}

/** The stations to be named: those that were chosen and that it does not have. What it has, it keeps by itself. */
export function namedStations(needs: readonly StationNeed[], chosen: StationChoice): { stations?: string[] } {
  const named = needs.flatMap(({ kind, own }) => {
    const id = chosen[kind];
    return id === undefined || id === own ? [] : [id];
  });
  return named.length === 0 ? {} : { stations: named };
}
