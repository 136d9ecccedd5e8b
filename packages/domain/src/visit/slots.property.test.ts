import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SalonConfig } from '../salon/salon-config.ts';
import { DAY, MINUTE } from '../time/interval.ts';
import { addDays, formatInstant, resolveStart } from '../time/wall-clock.ts';
import { arrangementsAt } from './arrange.ts';
import { wallMinute, works } from './oracle.fixture.ts';
import { listSlots, type Slot, type SlotDay } from './slots.ts';
import { STEADY, type World, worlds } from './world.fixture.ts';

const GRACE = 60_000;

function list({ config, request, taken, from, days, now }: World): SlotDay[] {
  const answer = listSlots(config, request, taken, { from, days, now });
  if (answer === 'basket_too_complex') throw new Error(answer);
  return answer;
}

function slotsOf(world: World): Slot[] {
  return list(world).flatMap((day) => day.slots);
}

/** Every claim a slot's best arrangement makes, on staff and on the station it would get. */
function claimsOf({ best }: Slot): { id: string; start: number; end: number }[] {
  return [
    ...best.staffClaims.map(({ staffId, start, end }) => ({ id: staffId, start, end })),
    ...best.stationNeeds.map(({ stationIds, start, end }) => ({ id: stationIds[0] ?? 'none', start, end })),
  ];
}

describe('what is offered can be booked, what is not offered cannot', () => {
  test.each([1, 3])('for baskets of up to %i', (items) => {
    fc.assert(
      fc.property(worlds({ items, days: 1 }), fc.nat(4), (world, past) => {
        const { config, request, taken, from, now } = world;
        const offered = new Map(slotsOf(world).map((slot) => [slot.startsAt, slot]));
        const noon = (resolveStart(config.timeZone, from, '12:00') ?? 0) + past * MINUTE;
        const candidates = Array.from({ length: 300 }, (_, index) => noon + (index - 150) * 5 * MINUTE);
        for (const startsAt of [...offered.keys(), ...candidates]) {
          const answer = arrangementsAt(config, request, taken, startsAt, { now, graceMs: GRACE });
          const slot = offered.get(startsAt);
          if (slot !== undefined) {
            expect(answer).toMatchObject({
              kind: 'arrangements',
              list: [slot.best, ...(answer.kind === 'arrangements' ? answer.list.slice(1) : [])],
            });
          } else if (answer.kind === 'arrangements' && answer.list.length > 0) {
            const late = now + config.policy.leadMinutes * MINUTE - startsAt;
            const elsewhere = wallMinute(config.timeZone, startsAt).date !== from;
            expect(elsewhere || (0 < late && late <= GRACE)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a start can be booked beside nothing taken whenever it can be beside something', () => {
    fc.assert(
      fc.property(worlds({ items: 2, days: 1 }), ({ config, request, taken, from, now }) => {
        for (let minute = 0; minute < 1_440; minute += 30) {
          const startsAt = (resolveStart(config.timeZone, from, '12:00') ?? 0) + (minute - 720) * MINUTE;
          const options = { now, graceMs: 0 };
          const beside = arrangementsAt(config, request, taken, startsAt, options);
          const alone = arrangementsAt(config, request, null, startsAt, options);
          expect(alone.kind).toBe(beside.kind);
          if (alone.kind === 'never') expect(beside).toEqual(alone);
          if (alone.kind === 'arrangements') expect(alone.list).not.toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('every slot', () => {
  test('lies inside the hours of whoever serves it, by the wall clock', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        for (const slot of slotsOf(world)) {
          for (const { staffId, start, end } of slot.best.staffClaims) {
            for (const instant of [start, start + (end - start) / 2, end - 1]) {
              expect(works(world.config, staffId, wallMinute(world.config.timeZone, instant))).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('takes nobody and nothing twice, nor what is taken', () => {
    fc.assert(
      fc.property(worlds({ items: 4 }), (world) => {
        for (const slot of slotsOf(world)) {
          const claims = claimsOf(slot);
          for (const [index, claim] of claims.entries()) {
            expect(claim.start).toBeLessThan(claim.end);
            const others = [
              ...claims.slice(index + 1),
              ...world.taken.map(({ claimantId, start, end }) => ({ id: claimantId, start, end })),
            ];
            const clash = others.some(
              (other) => other.id === claim.id && other.start < claim.end && claim.start < other.end,
            );
            expect(clash).toBe(false);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is known by its start: a local time that exists, with its offset', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { timeZone } = world.config;
        const days = list(world);
        for (const { date, slots } of days) {
          for (const slot of slots) {
            const written = formatInstant(timeZone, slot.startsAt);
            expect(written.slice(0, 10)).toBe(date);
            expect(written.slice(11, 16)).toBe(slot.time);
            expect(resolveStart(timeZone, date, slot.time + written.slice(19))).toBe(slot.startsAt);
          }
        }
        const starts = days.flatMap((day) => day.slots.map((slot) => slot.startsAt));
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  test('is one of at most three recommended ones a day, if at all', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        for (const { slots } of list(world)) {
          expect(slots.filter((slot) => slot.recommended !== undefined).length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a recommended time', () => {
  test('tells truly what free time stays before and after it, and wastes none that could be sold', () => {
    fc.assert(
      fc.property(worlds({ items: 3 }), (world) => {
        const { config } = world;
        const shortest = Math.min(
          ...config.services.map(({ phases, bufferMinutes }) =>
            phases.reduce((sum, phase) => sum + phase.minutes, bufferMinutes),
          ),
        );
        for (const { best, recommended } of slotsOf(world)) {
          if (recommended === undefined) continue;
          const { before, after } = recommended.gap;
          const first = best.staffClaims[0];
          const end = Math.max(...best.staffClaims.map((claim) => claim.end));
          expect(before).toEqual({
            staffId: first?.staffId,
            ...freeBeside(world, before.staffId, first?.start ?? 0, -1),
          });
          expect(after).toEqual({ staffId: after.staffId, ...freeBeside(world, after.staffId, end, 1) });
          for (const { left } of [before, after]) expect(left === 0 || left >= shortest * MINUTE).toBe(true);
          const touched = [before, after].filter(({ left }) => left === 0).length;
          if (recommended.reason !== 'opens_day')
            expect(recommended.reason).toBe(touched === 2 ? 'fills_gap' : 'adjacent');
        }
      }),
      { numRuns: 80 },
    );
  });
});

/** Walks minute by minute from an instant, back or on, as long as somebody works and nothing is taken of her. */
function freeBeside({ config, taken }: World, staffId: string, from: number, direction: 1 | -1) {
  const ofHers = taken.filter(({ claimantId }) => claimantId === staffId);
  const minuteAt = (walked: number) => from + direction * walked * MINUTE - (direction < 0 ? MINUTE : 0);
  const takers = (at: number) => ofHers.filter(({ start, end }) => start <= at && at < end);
  const free = (at: number) => works(config, staffId, wallMinute(config.timeZone, at)) && takers(at).length === 0;
  let walked = 0;
  while (free(minuteAt(walked))) walked++;
  const there = takers(minuteAt(walked));
  const beside = there.length === 0 ? 'hours' : there.some(({ visit }) => visit) ? 'visit' : 'blocked';
  return { beside, left: walked * MINUTE };
}

describe('how full a day is', () => {
  test('is told by the starts it would offer if nothing were taken', () => {
    fc.assert(
      fc.property(worlds({ items: 3 }), (world) => {
        const untaken = list({ ...world, taken: [] });
        for (const [index, { slots, possible }] of list(world).entries()) {
          expect(possible).toBe(untaken[index]?.slots.length);
          expect(slots.length).toBeLessThanOrEqual(possible);
        }
        for (const { slots, possible } of untaken) expect(possible).toBe(slots.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the rules are a function', () => {
  test('the same question has the same answer, and nothing asked is touched', () => {
    fc.assert(
      fc.property(worlds({ items: 3 }), (world) => {
        const copy = structuredClone(world);
        expect(list(deepFreeze(world))).toEqual(list(copy));
        // The order in which taken times were read does not matter.
        expect(list({ ...copy, taken: copy.taken.toReversed() })).toEqual(list(world));
      }),
      { numRuns: 60 },
    );
  });

  test('a week later everything is the same, a week later', () => {
    fc.assert(
      fc.property(worlds({ places: STEADY }), (world) => {
        const later = list(nextWeek(world));
        expect(later.map((day) => day.date)).toEqual(list(world).map((day) => addDays(day.date, 7)));
        const shifted = (slot: Slot) => ({ ...slot, startsAt: slot.startsAt + 7 * DAY, best: slot.best.items.length });
        expect(later.flatMap((day) => day.slots).map((slot) => ({ ...slot, best: slot.best.items.length }))).toEqual(
          slotsOf(world).map(shifted),
        );
      }),
      { numRuns: 60 },
    );
  });
});

function nextWeek({ config, request, taken, from, days, now }: World): World {
  const week = 7 * DAY;
  return {
    config: weekLater(config),
    request,
    taken: taken.map((one) => ({ ...one, start: one.start + week, end: one.end + week })),
    from: addDays(from, 7),
    days,
    now: now + week,
  };
}

function weekLater(config: SalonConfig): SalonConfig {
  const date = (some: string | null) => (some === null ? null : addDays(some, 7));
  return {
    ...config,
    closures: config.closures.map((closure) => ({
      ...closure,
      firstDate: addDays(closure.firstDate, 7),
      lastDate: addDays(closure.lastDate, 7),
    })),
    staff: config.staff.map((staff) => ({
      ...staff,
      activeFrom: date(staff.activeFrom),
      activeUntil: date(staff.activeUntil),
      weekly: staff.weekly.map((plan) => ({
        ...plan,
        validFrom: date(plan.validFrom),
        validUntil: date(plan.validUntil),
      })),
      exceptions: staff.exceptions.map((exception) => ({ ...exception, date: addDays(exception.date, 7) })),
    })),
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
