import { isDate, type LocalDate } from '../../lib/dates.ts';

/** The steps of the way to a visit, in order. */
const STEPS = ['services', 'person', 'time', 'details', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** `any` is whoever can first. */
export type Whom = string;
export const ANYBODY: Whom = 'any';

/** How many services one visit may have for now: a tap on another one changes the choice. */
const MOST_SERVICES = 1;

/** What somebody wants so far; it stands in the address, so that reload, back and a shared link keep it. */
export type Wish = {
  readonly step: Step;
  readonly services: readonly string[];
  readonly whom: Whom | null;
  readonly day: LocalDate | null;
  /** Wall-clock start, `14:00`; in the double hour of a clock change with its offset, `02:30+01:00`. */
  readonly at: string | null;
};

export const NO_WISH: Wish = { step: 'services', services: [], whom: null, day: null, at: null };

/** What is on offer, as far as a wish depends on it. */
export type Offer = {
  readonly services: readonly { readonly id: string; readonly staffIds: readonly string[] }[];
};

/** Reads a wish from the query of an address; what is not on offer (any more) is left out, and with it what follows. */
export function wishOf(query: string, offer: Offer): Wish {
  const params = new URLSearchParams(query);
  const known = new Set(offer.services.map(({ id }) => id));
  const services = (params.get('service') ?? '')
    .split(',')
    .filter((id) => known.has(id))
    .slice(0, MOST_SERVICES);
  const able = staffFor(services, offer);
  const asked = params.get('with');
  const whom = services.length > 0 && (asked === ANYBODY || able.includes(asked ?? '')) ? asked : null;
  const askedDay = params.get('day') ?? '';
  const day = whom !== null && isDate(askedDay) ? askedDay : null;
  const askedTime = params.get('at') ?? '';
  const at = day !== null && START.test(askedTime) ? askedTime : null;
  const step = STEPS.find((one) => one === params.get('step')) ?? 'services';
  const wish = { services, whom, day, at };
  return { ...wish, step: furthest(step, wish, offer) };
}

/** A start as it stands in an address: `14:00`, or with the offset that tells a double hour apart. */
export const START = /^([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)?$/;

/** The query that stands for a wish. */
export function queryOf({ step, services, whom, day, at }: Wish): string {
  const params = new URLSearchParams();
  if (services.length > 0) params.set('service', services.join(','));
  if (whom !== null) params.set('with', whom);
  if (day !== null) params.set('day', day);
  if (at !== null) params.set('at', at);
  if (step !== 'services') params.set('step', step);
  // Commas and colons may stand in a query as they are, which is easier to read in a shared link.
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** Puts a service in, or takes it out again; with whom and when have to be asked anew only if they no longer fit. */
export function toggleService(wish: Wish, id: string, offer: Offer): Wish {
  const services = wish.services.includes(id)
    ? wish.services.filter((one) => one !== id)
    : [...wish.services, id].slice(-MOST_SERVICES);
  const fits = wish.whom !== null && (wish.whom === ANYBODY || staffFor(services, offer).includes(wish.whom));
  return { ...wish, services, whom: services.length > 0 && fits ? wish.whom : null, at: null };
}

/** Another person has other times; the day is kept. */
export function chooseWhom(wish: Wish, whom: Whom): Wish {
  return { ...wish, whom, at: whom === wish.whom ? wish.at : null, step: 'time' };
}

export function chooseDay(wish: Wish, day: LocalDate): Wish {
  return { ...wish, day, at: null, step: 'time' };
}

export function chooseTime(wish: Wish, day: LocalDate, at: string, step: Step = 'details'): Wish {
  return { ...wish, day, at, step };
}

/** The steps of this wish: where only one person can do it, nobody is asked with whom. */
export function stepsOf(wish: Pick<Wish, 'services'>, offer: Offer): readonly Step[] {
  return STEPS.filter((step) => step !== 'person' || staffFor(wish.services, offer).length !== 1);
}

/** Where a step leads on to; choosing nobody in particular where there is no choice. */
export function next(wish: Wish, offer: Offer): Wish {
  const steps = stepsOf(wish, offer);
  const step = steps[steps.indexOf(wish.step) + 1] ?? wish.step;
  return { ...wish, step, whom: wish.whom ?? (steps.includes('person') ? null : ANYBODY) };
}

/** The step before; undefined at the first. */
export function previous(wish: Wish, offer: Offer): Wish | undefined {
  const steps = stepsOf(wish, offer);
  const step = steps[steps.indexOf(wish.step) - 1];
  return step === undefined ? undefined : { ...wish, step };
}

/** Whoever can do all of these services. */
export function staffFor(services: readonly string[], offer: Offer): readonly string[] {
  const sets = services.map((id) => offer.services.find((one) => one.id === id)?.staffIds ?? []);
  const [first, ...others] = sets;
  return first?.filter((id) => others.every((set) => set.includes(id))) ?? [];
}

/** The step asked for, or the last one before it that can be shown with what is known. */
function furthest(asked: Step, wish: Omit<Wish, 'step'>, offer: Offer): Step {
  const open: Readonly<Record<Step, boolean>> = {
    services: true,
    person: wish.services.length > 0,
    time: wish.services.length > 0 && wish.whom !== null,
    details: wish.at !== null,
    check: wish.at !== null,
  };
  const steps = stepsOf(wish, offer);
  return STEPS.slice(0, STEPS.indexOf(asked) + 1).findLast((step) => open[step] && steps.includes(step)) ?? 'services';
}
