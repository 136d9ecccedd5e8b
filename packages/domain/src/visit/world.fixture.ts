import fc from 'fast-check';
import { aSalon } from '../salon/salon.fixture.ts';
import type { Closure, Offer, Phase, SalonConfig, Service, Staff, WallRange } from '../salon/salon-config.ts';
import { MINUTE } from '../time/interval.ts';
import { addDays, resolveStart } from '../time/wall-clock.ts';
import type { TakenTime, VisitRequest } from './arrangement.ts';

/** A salon, what is taken, what is asked, and when: all the rules need. */
export type World = {
  readonly config: SalonConfig;
  readonly request: VisitRequest;
  readonly taken: readonly TakenTime[];
  readonly from: string;
  readonly days: number;
  readonly now: number;
};

/** Dates with and without clock changes, in zones that keep them in every way there is. */
export const CLOCK_CHANGES: readonly (readonly [zone: string, date: string])[] = [
  ['Europe/Berlin', '2026-03-28'],
  ['Europe/Berlin', '2026-10-24'],
  ['Europe/Berlin', '2026-12-07'],
  ['America/New_York', '2026-11-01'],
  ['America/Santiago', '2026-04-04'],
  ['America/Santiago', '2026-09-05'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Australia/Adelaide', '2026-10-03'],
  ['Africa/Cairo', '2026-04-23'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Pacific/Apia', '2011-12-29'],
];
export const STEADY: readonly (readonly [zone: string, date: string])[] = [
  ['UTC', '2026-12-07'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Asia/Tokyo', '2026-02-25'],
];

const STAFF = ['anna', 'ben', 'cleo'];

type Size = {
  readonly places?: readonly (readonly [string, string])[];
  readonly items?: number;
  readonly days?: number;
};

/** Random small worlds; `items` bounds the basket. */
export function worlds({ places = CLOCK_CHANGES, items = 2, days = 2 }: Size = {}): fc.Arbitrary<World> {
  return fc
    .record({
      place: fc.constantFrom(...places),
      services: fc.tuple(service('a'), service('b'), service('c')),
      stations: fc.constantFrom<readonly string[]>(['chair'], ['chair'], ['room', 'chair', 'chair']),
      step: fc.constantFrom(10, 15, 20, 30),
      wait: fc.constantFrom(0, 0, 20, 45),
      lead: fc.constantFrom(0, 0, 45, 600),
      horizon: fc.constantFrom(0, 1, 30, 30),
      sinceMidnight: fc.integer({ min: -1_440, max: 500 }),
    })
    .chain(({ place: [timeZone, from], services, stations, step, wait, lead, horizon, sinceMidnight }) =>
      fc
        .record({
          staff: fc.tuple(...STAFF.map((id) => staffMember(id, from, services))),
          closures: fc.array(closure(from), { maxLength: 1 }),
          request: basket(items),
          days: fc.integer({ min: 1, max: days }),
          taken: fc.array(claim(timeZone, from), { maxLength: 16, size: 'max' }),
        })
        .map(({ staff, closures, request, days: length, taken }) => ({
          config: aSalon({
            timeZone,
            services,
            staff,
            closures,
            stations: stations.map((kind, index) => ({ id: `${kind}-${index}`, kind })),
            policy: { leadMinutes: lead, horizonDays: horizon, stepMinutes: step, maxWaitMinutes: wait },
          }),
          request,
          taken,
          from,
          days: length,
          now: (resolveStart(timeZone, from, '12:00') ?? 0) + (sinceMidnight - 720) * MINUTE,
        })),
    );
}

const minutes = (most: number) => fc.integer({ min: 1, max: most / 5 }).map((fives) => fives * 5);

function service(id: string): fc.Arbitrary<Service> {
  const work = minutes(30).map((long): Phase => ({ kind: 'work', minutes: long }));
  const processing = minutes(60).map((long): Phase => ({ kind: 'processing', minutes: long }));
  const finish = minutes(20).map((long): Phase => ({ kind: 'finish', minutes: long }));
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    phases: fc.oneof(
      fc.tuple(work),
      fc.tuple(work, processing),
      fc.tuple(work, processing, finish),
      fc.tuple(work, processing, finish),
      fc.tuple(processing, work, processing, finish),
    ),
    bufferMinutes: fc.constantFrom(0, 0, 5, 15, 60),
    priceCents: fc.constantFrom(1_000, 2_000),
    stationKind: fc.constantFrom(null, 'chair', 'chair', 'room'),
    duringProcessing: fc.constantFrom(true, true, true, false),
    bookable: fc.constant(true),
  });
}

function staffMember(id: string, from: string, services: readonly Service[]): fc.Arbitrary<Staff> {
  const date = fc.integer({ min: -1, max: 2 }).map((after) => addDays(from, after));
  return fc.record({
    id: fc.constant(id),
    activeFrom: fc.option(date, { freq: 8 }).map((some) => (some === null ? null : addDays(some, -1))),
    activeUntil: fc.option(date, { freq: 8 }).map((some) => (some === null ? null : addDays(some, 1))),
    weekly: weeklyPlan(from),
    exceptions: fc.array(fc.record({ date, ranges: fc.array(range(), { maxLength: 2 }) }), {
      maxLength: 1,
      size: '-1',
    }),
    offers: fc.tuple(...services.map(offer)).map((offers) => offers.filter((one) => one !== null)),
  });
}

function weeklyPlan(from: string): fc.Arbitrary<Staff['weekly']> {
  const bound = fc.constantFrom(null, null, from);
  return fc
    .array(fc.record({ range: range(), validFrom: bound, validUntil: bound }), { minLength: 1, maxLength: 3 })
    .map((plans) =>
      plans.flatMap(({ range: hours, validFrom, validUntil }) =>
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours, validFrom, validUntil })),
      ),
    );
}

function offer(of: Service): fc.Arbitrary<Offer | null> {
  const own = fc.record({
    serviceId: fc.constant(of.id),
    priceCents: fc.constantFrom(null, null, 1_000, 1_500),
    phaseMinutes: fc.array(fc.constantFrom(null, null, 10, 25), { maxLength: of.phases.length }),
  });
  return fc.option(own, { freq: 10 });
}

/** Half of them lie in the small hours, where clocks change. */
function range(): fc.Arbitrary<WallRange> {
  const start = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 46 }));
  return fc.tuple(start, fc.integer({ min: 2, max: 20 })).map(([first, length]) => ({
    startMinute: first * 30,
    endMinute: Math.min(first * 30 + length * 30, 1440),
  }));
}

function closure(from: string): fc.Arbitrary<Closure> {
  return fc
    .tuple(fc.integer({ min: -1, max: 2 }), fc.nat(1), fc.option(range(), { freq: 6 }))
    .map(([first, more, hours]) => ({
      firstDate: addDays(from, first),
      lastDate: addDays(from, first + more),
      // A salon closed all day says little: rarely more than an hour.
      range: hours === null ? null : { ...hours, endMinute: Math.min(hours.startMinute + 60, hours.endMinute) },
    }));
}

function basket(items: number): fc.Arbitrary<VisitRequest> {
  const item = fc.record({
    serviceId: fc.constantFrom('a', 'b', 'c'),
    staffId: fc.constantFrom<string | undefined>(undefined, undefined, undefined, undefined, 'anna', 'cleo'),
  });
  return fc.array(item, { minLength: Math.max(1, items - 1), maxLength: items }).map((list) => ({ items: list }));
}

function claim(timeZone: string, from: string): fc.Arbitrary<TakenTime> {
  const noon = resolveStart(timeZone, from, '12:00') ?? 0;
  return fc
    .record({
      claimantId: fc.constantFrom(...STAFF, 'chair-0', 'chair-0', 'chair-1', 'room-0'),
      // Mostly on the first day, so that chairs and people become scarce.
      fives: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: -144, max: 144 }) },
        { weight: 1, arbitrary: fc.integer({ min: -280, max: 720 }) },
      ),
      length: minutes(120),
      visit: fc.boolean(),
    })
    .map(({ claimantId, fives, length, visit }) => {
      const start = noon + fives * 5 * MINUTE;
      return { claimantId, start, end: start + length * MINUTE, visit };
    });
}
