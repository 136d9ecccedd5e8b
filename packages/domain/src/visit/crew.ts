import type { Variant } from './variant.ts';

/** Staff members who do an item in exactly the same minutes: when it can be done is one question for all of them. */
export type Crew = {
  /** Any of them: service, phases and length are the same for all. */
  readonly pace: Variant;
  /** In the salon's order. */
  readonly members: readonly Variant[];
};

/** Those who can do an item, by the minutes they take. */
export function crewsOf(variants: readonly Variant[]): Crew[] {
  const crews = Map.groupBy(variants, ({ busy, processing }) => JSON.stringify([busy, processing]));
  return [...crews.values()].flatMap((members) => {
    const [pace] = members;
    return pace === undefined ? [] : { pace, members };
  });
}
