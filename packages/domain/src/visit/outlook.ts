import type { Cost, Load } from './preference.ts';
import type { Variant } from './variant.ts';

/** Somebody who can do an item, and the least that the items after it cost if she does. */
export type Option = { readonly variant: Variant; readonly rest: Cost };

export const NOTHING: Cost = { priceCents: 0, changes: 0, load: 0 };

/**
 * Per item its options, given who can do it (in the salon's order): worked out from the last item back, since the order of
 * costs does not change when the same is added to both sides (Bellman's principle, which holds for any such order).
 */
export function outlookOf(able: readonly (readonly Variant[])[], load: Load): Option[][] {
  const outlook: Option[][] = [];
  for (let item = able.length - 1; item >= 0; item--) {
    outlook[item] = optionsFor(able[item] ?? [], outlook[item + 1], load);
  }
  return outlook;
}

/** What a visit costs at least, by the options of its first item. */
export function leastOf(options: readonly Option[], load: Load): Cost {
  let least: Cost | undefined;
  for (const { variant, rest } of options) least = lesser(least, plusItem(rest, variant, 0, load));
  return least ?? NOTHING;
}

/** A cost and that of one more item. */
export function plusItem(cost: Cost, { priceCents, staffId }: Variant, changes: 0 | 1, load: Load): Cost {
  return {
    priceCents: cost.priceCents + priceCents,
    changes: cost.changes + changes,
    load: cost.load + load(staffId),
  };
}

function optionsFor(able: readonly Variant[], next: readonly Option[] | undefined, load: Load): Option[] {
  if (next === undefined) return able.map((variant) => ({ variant, rest: NOTHING }));
  let handedOn: Cost | undefined;
  for (const { variant, rest } of next) handedOn = lesser(handedOn, plusItem(rest, variant, 1, load));
  let at = 0;
  return able.map((variant) => {
    while ((next[at]?.variant.staffOrder ?? Number.POSITIVE_INFINITY) < variant.staffOrder) at++;
    const same = next[at];
    const keeps = same?.variant.staffId === variant.staffId ? plusItem(same.rest, same.variant, 0, load) : undefined;
    return { variant, rest: keeps === undefined ? (handedOn ?? NOTHING) : lesser(handedOn, keeps) };
  });
}

function lesser(a: Cost | undefined, b: Cost): Cost {
  if (a === undefined) return b;
  return (b.priceCents - a.priceCents || b.changes - a.changes || b.load - a.load) < 0 ? b : a;
}
