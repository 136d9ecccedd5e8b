import { isDate, type LocalDate } from '../../lib/dates.ts';
import { type Able, ANYBODY, isAble, isChoice, type Whom, whomInShort, whomKept } from './whom.ts';

/** The steps of the way to a visit, in order. */
const STEPS = ['services', 'person', 'time', 'details', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** So many services one visit may have. */
export const MOST_SERVICES = 6;

/** What somebody wants so far; it stands in the address, so that reload, back and a shared link keep it. */
export type Wish = {
  readonly step: Step;
  /** In the order in which they are wanted, each once. */
  readonly services: readonly string[];
  /** One for all services, or one for each in their order; null: not asked yet. */
  readonly whom: readonly Whom[] | null;
  readonly day: LocalDate | null;
  /** Wall-clock start, `14:00`; in the double hour of a clock change with its offset, `02:30+01:00`. */
  readonly at: string | null;
};

export const NO_WISH: Wish = { step: 'services', services: [], whom: null, day: null, at: null };

/** Reads a wish from the query of an address; what is not on offer (any more) is left out, and with it what follows. */
export function wishOf(query: string, offer: Able): Wish {
  const params = new URLSearchParams(query);
  const known = new Set(offer.services.map(({ id }) => id));
  const wanted = (params.get('service') ?? '').split(',');
  const kept = [...wanted.entries()]
    .filter(([index, id]) => known.has(id) && wanted.indexOf(id) === index)
    .slice(0, MOST_SERVICES);
  const services = kept.map(([, id]) => id);
  const asked = params.get('with')?.split(',') ?? [];
  const each = kept.flatMap(([index]) => asked[asked.length === 1 ? 0 : index] ?? []);
  const fits = asked.length === 1 || asked.length === wanted.length;
  const able = fits && services.length > 0 && services.every((id, index) => isAble(each[index] ?? '', id, offer));
  const whom = able ? whomInShort(each) : null;
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
  if (whom !== null) params.set('with', whom.join(','));
  if (day !== null) params.set('day', day);
  if (at !== null) params.set('at', at);
  if (step !== 'services') params.set('step', step);
  // Commas and colons may stand in a query as they are, which is easier to read in a shared link.
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** Other services, or another order: with whom and the day stay where they still fit, the time is asked anew. */
export function chooseServices(wish: Wish, services: readonly string[], offer: Able): Wish {
  if (services.join() === wish.services.join()) return wish;
  const kept = whomKept(wish, services, offer);
  // Where no choice of people is left, whoever was being asked goes on to the time.
  const answered = wish.step === 'person' && services.length > 0 && !isChoice(services, offer);
  const whom = answered ? (kept ?? [ANYBODY]) : kept;
  const changed = { ...wish, services, whom, day: whom && wish.day, at: null };
  return { ...changed, step: furthest(answered ? 'time' : wish.step, changed, offer) };
}

/** Another person has other times; the day is kept. */
export function chooseWhom(wish: Wish, whom: readonly Whom[]): Wish {
  return { ...wish, whom, at: whom.join() === wish.whom?.join() ? wish.at : null, step: 'time' };
}

export function chooseDay(wish: Wish, day: LocalDate): Wish {
  return { ...wish, day, at: null, step: 'time' };
}

export function chooseTime(wish: Wish, day: LocalDate, at: string, step: Step = 'details'): Wish {
  return { ...wish, day, at, step };
}

/** The steps of this wish: where there is no choice of people, nobody is asked with whom. */
export function stepsOf(wish: Pick<Wish, 'services'>, offer: Able): readonly Step[] {
  return STEPS.filter((step) => step !== 'person' || isChoice(wish.services, offer));
}

/** Where a step leads on to; choosing nobody in particular where there is no choice. */
export function next(wish: Wish, offer: Able): Wish {
  const steps = stepsOf(wish, offer);
  const step = steps[steps.indexOf(wish.step) + 1] ?? wish.step;
  return { ...wish, step, whom: wish.whom ?? (steps.includes('person') ? null : [ANYBODY]) };
}

/** The step before; undefined at the first. */
export function previous(wish: Wish, offer: Able): Wish | undefined {
  const steps = stepsOf(wish, offer);
  const step = steps[steps.indexOf(wish.step) - 1];
  return step === undefined ? undefined : { ...wish, step };
}

/** The step asked for, or the last one before it that can be shown with what is known. */
function furthest(asked: Step, wish: Omit<Wish, 'step'>, offer: Able): Step {
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
