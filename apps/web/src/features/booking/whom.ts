/** With whom a service is wanted: the id of a staff member, or `any`, whoever can first. */
export type Whom = string;
export const ANYBODY: Whom = 'any';

/** Who does which service, as far as a wish depends on it. */
export type Able = {
  readonly services: readonly { readonly id: string; readonly staffIds: readonly string[] }[];
};

/** With whom each of `count` services is wanted, where one entry may stand for all of them. */
export function whomEach(whom: readonly Whom[] | null, count: number): readonly Whom[] {
  return Array.from({ length: count }, (_, index) => whom?.[whom.length === 1 ? 0 : index] ?? ANYBODY);
}

/** The shortest way to say with whom each is wanted: one entry where it is the same for all. */
export function whomInShort(each: readonly Whom[]): readonly Whom[] {
  return each.every((one) => one === each[0]) ? each.slice(0, 1) : each;
}

/** Whether a service can be wanted with somebody. */
export const isAble = (whom: Whom, service: string, offer: Able) =>
  whom === ANYBODY || staffOf(service, offer).includes(whom);

/** Whoever can do a service. */
function staffOf(service: string, offer: Able): readonly string[] {
  return offer.services.find(({ id }) => id === service)?.staffIds ?? [];
}

/** Whoever can do all of these services. */
export function staffFor(services: readonly string[], offer: Able): readonly string[] {
  const [first, ...others] = services.map((id) => staffOf(id, offer));
  return first?.filter((id) => others.every((set) => set.includes(id))) ?? [];
}

/** Whether there is anything to choose: one of these services can be done by more than one. */
export function isChoice(services: readonly string[], offer: Able): boolean {
  return services.some((id) => staffOf(id, offer).length > 1);
}

/** With whom other services are wanted: as before where it was asked before and can be done, whoever can first else. */
export function whomKept(
  before: { readonly services: readonly string[]; readonly whom: readonly Whom[] | null },
  services: readonly string[],
  offer: Able,
): readonly Whom[] | null {
  const { whom } = before;
  if (whom === null || services.length === 0) return null;
  const each = whomEach(whom, before.services.length);
  const forNew = whom.length === 1 ? whom[0] : ANYBODY;
  const kept = services.map((id) => {
    const one = each[before.services.indexOf(id)] ?? forNew ?? ANYBODY;
    return isAble(one, id, offer) ? one : ANYBODY;
  });
  return whomInShort(kept);
}
