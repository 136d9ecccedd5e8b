import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff } from '../salon/salon.fixture.ts';
import { MINUTE } from '../time/interval.ts';
import { wallTime } from '../time/wall-clock.ts';
import { instant, MONDAY } from '../visit/visit.fixture.ts';
import { type DeskItem, deskItems, type ItemWish, type KeptItem } from './desk-item.ts';
import { planVisit } from './desk-plan.ts';

const colour = aService('colour', {
  phases: [
    { kind: 'work', minutes: 30 },
    { kind: 'processing', minutes: 30 },
    { kind: 'finish', minutes: 15 },
  ],
  bufferMinutes: 10,
  stationKind: 'chair',
  priceCents: 6_500,
});
const cut = aService('cut', { bufferMinutes: 5 });
const wash = aService('wash', {
  phases: [
    { kind: 'work', minutes: 10 },
    { kind: 'finish', minutes: 5 },
  ],
});
const salon = aSalon({
  services: [colour, cut, wash],
  staff: [
    aStaff('anna', ['colour', anOffer('cut', { phaseMinutes: [45], priceCents: 4_000 }), 'wash']),
    aStaff('ben', ['cut']),
  ],
});

/** `cut ben 10:07` as a wish. */
function wish(words: string, more: Partial<ItemWish> = {}): ItemWish {
  const [serviceId = '', staffId = '', time = ''] = words.split(' ');
  return { serviceId, staffId, startsAt: instant(MONDAY, time), ...more };
}
function items(wishes: readonly ItemWish[], kept: readonly KeptItem[] = []): DeskItem[] {
  const found = deskItems(salon, wishes, kept);
  if (typeof found === 'string') throw new Error(found);
  return found;
}
const clock = (at: number) => wallTime(salon.timeZone, at).time;
/** What a visit takes, as `anna 10:00–10:30`. */
const claims = (...wishes: ItemWish[]) =>
  planVisit(items(wishes)).staffClaims.map(({ staffId, start, end }) => `${staffId} ${clock(start)}–${clock(end)}`);

describe('an item', () => {
  test.each([
    ['takes the minutes and the price of who does it', wish('cut anna 10:00'), [45], 4_000],
    ['or those of the service', wish('cut ben 10:00'), [30], 3_000],
    ['or those the desk says', wish('cut ben 10:00', { minutes: [50], priceCents: 1 }), [50], 1],
    [
      'may be stretched in one of its phases',
      wish('colour anna 10:00', { minutes: [40, 30, 15] }),
      [40, 30, 15],
      6_500,
    ],
    ['is named by the phases it has', wish('wash anna 10:00', { minutes: [12, 8] }), [12, 8], 3_000],
    ['or by those that are seen, work and finish in one', wish('wash anna 10:00', { minutes: [20] }), [20], 3_000],
  ])('%s', (_story, one, minutes, priceCents) => {
    const [item] = items([one]);
    expect([item?.phases.map((phase) => phase.minutes), item?.priceCents]).toEqual([minutes, priceCents]);
  });

  const kept: KeptItem = {
    serviceId: 'cut',
    staffId: 'ben',
    phases: [{ kind: 'work', minutes: 55 }],
    priceCents: 2_500,
  };

  test('that a visit has stays as it was agreed, wherever it goes', () => {
    const [item] = items([wish('cut ben 15:00')], [kept]);
    expect(item).toMatchObject({ phases: [{ minutes: 55 }], priceCents: 2_500 });
  });

  test('done by somebody else is hers in minutes and price', () => {
    const [item] = items([wish('cut anna 15:00')], [kept]);
    expect(item).toMatchObject({ phases: [{ minutes: 45 }], priceCents: 4_000 });
  });

  test('of a service that is no longer sold can be kept, and by nobody begun', () => {
    const old = { ...kept, serviceId: 'perm' };
    expect(items([wish('perm ben 15:00')], [old])[0]).toMatchObject({ phases: [{ minutes: 55 }], offered: true });
    expect(items([wish('perm anna 15:00')], [old])[0]).toMatchObject({ phases: [{ minutes: 55 }], offered: false });
    expect(deskItems(salon, [wish('perm ben 15:00')])).toBe('service_not_found');
    const seated = { ...old, bufferMinutes: 10, stationKind: 'chair' };
    expect(items([wish('perm ben 15:00')], [seated])[0]).toMatchObject({ bufferMinutes: 10, stationKind: 'chair' });
    // It was there once, so it can be kept once.
    expect(deskItems(salon, [wish('perm ben 15:00'), wish('perm ben 16:00')], [old])).toBe('service_not_found');
  });

  test.each([
    ['by nobody', wish('cut eve 10:00'), 'staff_not_found'],
    ['in minutes of phases it has not', wish('cut ben 10:00', { minutes: [10, 10] }), 'minutes'],
    ['without any work', wish('colour anna 10:00', { minutes: [0, 30, 0] }), 'minutes'],
  ])('%s is refused', (_story, one, problem) => {
    expect(deskItems(salon, [one])).toBe(problem);
  });

  test('that she does not offer is told as such', () => {
    expect(items([wish('colour ben 10:00')])[0]?.offered).toBe(false);
  });
});

describe('a visit takes', () => {
  test.each([
    ['work, and not while colour develops', ['colour anna 10:00'], ['anna 10:00–10:30', 'anna 11:00–11:25']],
    [
      'one clearing up of who does two things in turn',
      ['cut ben 10:00', 'cut ben 10:30'],
      ['ben 10:00–10:30', 'ben 10:30–11:05'],
    ],
    [
      'that of who leaves earlier too',
      ['cut ben 10:00', 'colour anna 10:30'],
      ['ben 10:00–10:35', 'anna 10:30–11:00', 'anna 11:30–11:55'],
    ],
    [
      'somebody while the colour of the same visit develops',
      ['colour anna 10:00', 'cut ben 10:30'],
      ['anna 10:00–10:30', 'ben 10:30–11:05', 'anna 11:00–11:25'],
    ],
  ])('%s', (_story, wishes, expected) => {
    expect(claims(...wishes.map((one) => wish(one)))).toEqual(expected);
  });

  test('a chair from the first need of it until all have cleared up', () => {
    const { stationNeeds } = planVisit(items([wish('cut ben 09:30'), wish('colour anna 10:00')]));
    expect(stationNeeds.map(({ kind, start, end }) => [kind, clock(start), clock(end)])).toEqual([
      ['chair', '10:00', '11:25'],
    ]);
  });
});

const minutes = fc.integer({ min: 0, max: 120 });
const anItem = fc
  .record({
    serviceId: fc.constantFrom('a', 'b'),
    staffId: fc.constantFrom('anna', 'ben'),
    offset: fc.integer({ min: 0, max: 300 }),
    phases: fc
      .array(fc.record({ kind: fc.constantFrom('work' as const, 'processing' as const, 'finish' as const), minutes }), {
        minLength: 1,
        maxLength: 4,
      })
      .filter((phases) => phases.some((phase) => phase.kind !== 'processing' && phase.minutes > 0)),
    bufferMinutes: fc.integer({ min: 0, max: 30 }),
    stationKind: fc.constantFrom(null, 'chair'),
    priceCents: fc.nat(10_000),
  })
  .map(({ offset, ...item }): DeskItem => ({ ...item, startsAt: offset * MINUTE, offered: true }));

test('wherever items lie, all work is claimed by who does it, nothing before it begins, and buffers only at the end', () => {
  fc.assert(
    fc.property(fc.array(anItem, { minLength: 1, maxLength: 5 }), (wanted) => {
      const plan = planVisit(wanted);
      const longest = Math.max(...wanted.map((item) => item.bufferMinutes)) * MINUTE;
      for (const { staffId, start, end } of plan.work) {
        const covered = plan.staffClaims.some((one) => one.staffId === staffId && one.start <= start && end <= one.end);
        expect(covered).toBe(true);
      }
      for (const claim of plan.staffClaims) {
        const item = plan.items[claim.itemIndex];
        expect(claim.staffId).toBe(item?.staffId);
        expect(claim.start).toBeGreaterThanOrEqual(item?.startsAt ?? 0);
        expect(claim.end).toBeLessThanOrEqual((item?.endsAt ?? 0) + longest);
      }
      const worked = (list: readonly { start: number; end: number }[]) =>
        list.reduce((sum, one) => sum + one.end - one.start, 0);
      const staff = new Set(wanted.map((item) => item.staffId));
      // At most one clearing up for each person.
      expect(worked(plan.staffClaims) - worked(plan.work)).toBeLessThanOrEqual(staff.size * longest);
      expect(plan.priceCents).toBe(wanted.reduce((sum, item) => sum + item.priceCents, 0));
      expect([plan.startsAt, plan.endsAt]).toEqual([
        Math.min(...plan.items.map((item) => item.startsAt)),
        Math.max(...plan.items.map((item) => item.endsAt)),
      ]);
    }),
  );
});
