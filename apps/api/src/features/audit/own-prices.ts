import { type SeesPrices, seesWhole } from '../calendar/desk-visit.row.ts';

/**
 * Facts of the trail with the prices that are for this reader: of a service, where it says that she did it; of a visit,
 * where she did all of it. Lines that do not say by an id who did what (older ones) tell her none.
 */
export function withPricesOf(prices: SeesPrices, json: unknown): unknown {
  if (prices === 'all') return json;
  if (Array.isArray(json)) return json.map((one) => withPricesOf(prices, one));
  if (json === null || typeof json !== 'object') return json;
  const kept = Object.entries(json).filter(([key]) => key !== 'priceCents' || seesWhole(prices, doersOf(json)));
  return Object.fromEntries(kept.map(([key, value]) => [key, withPricesOf(prices, value)]));
}

/** Who did a service, or the services of a visit; a visit whose line does not tell them has nobody. */
function doersOf(facts: object): readonly unknown[] {
  const { staffId, items } = facts as { readonly staffId?: unknown; readonly items?: unknown };
  if (Array.isArray(items)) return items.map((item) => Object(item).staffId);
  return staffId === undefined ? [] : [staffId];
}
