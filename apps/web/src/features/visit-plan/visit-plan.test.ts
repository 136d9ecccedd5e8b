import { describe, expect, it } from 'vitest';
import {
  isWorthDrawing,
  type PlannedItem,
  type ServicePhases,
  spanOf,
  type VisitItem,
  visitPlan,
} from './visit-plan.ts';

const work = (minutes: number) => ({ kind: 'work' as const, minutes });
const processing = (minutes: number) => ({ kind: 'processing' as const, minutes });
const finish = (minutes: number) => ({ kind: 'finish' as const, minutes });
const service = (
  id: string,
  phases: ServicePhases['phases'],
  variants: ServicePhases['variants'] = [],
): ServicePhases => ({ id, phases, variants });

const CATALOGUE = [
  service(
    'Färben',
    [work(30), processing(30), finish(15)],
    [{ staffId: 'Lina', durationMinutes: 85, priceCents: 6500, phases: [work(40), processing(30), finish(15)] }],
  ),
  service('Tönen', [work(10), processing(10)]),
  service('Brauen', [work(20)]),
  service('Schneiden', [work(30), finish(15)]),
];

const item = (name: string, staff: string, from: string, to: string): VisitItem => ({
  ...{ serviceId: name, service: name, staffId: staff, staff },
  ...{ startsAt: `2026-12-19T${from}:00+01:00`, endsAt: `2026-12-19T${to}:00+01:00` },
});
const clock = (at: number) => new Date(at + 3_600_000).toISOString().slice(11, 16);
const shown = (plan: readonly PlannedItem[]): unknown[] =>
  plan.map(({ service, stretches, inside }) => [
    service,
    stretches.map(({ kind, from, to }) => `${kind} ${clock(from)}–${clock(to)}`).join(', '),
    ...(inside.length > 0 ? [shown(inside)] : []),
  ]);

describe('how a visit goes', () => {
  it.each([
    [
      'a cut is one stretch, finishing is work too',
      [item('Schneiden', 'Ben', '09:00', '09:45')],
      [['Schneiden', 'work 09:00–09:45']],
    ],
    [
      'a colour develops in the middle',
      [item('Färben', 'Anna', '09:00', '10:15')],
      [['Färben', 'work 09:00–09:30, processing 09:30–10:00, work 10:00–10:15']],
    ],
    [
      'Lina takes longer to put it on',
      [item('Färben', 'Lina', '09:00', '10:25')],
      [['Färben', 'work 09:00–09:40, processing 09:40–10:10, work 10:10–10:25']],
    ],
    [
      'booked before the times changed: one plain stretch',
      [item('Färben', 'Anna', '09:00', '10:30')],
      [['Färben', 'work 09:00–10:30']],
    ],
    [
      'not in the catalogue any more: one plain stretch',
      [item('Ansatz', 'Anna', '09:00', '10:00')],
      [['Ansatz', 'work 09:00–10:00']],
    ],
    [
      'colour, then cut with somebody else',
      [item('Färben', 'Anna', '09:00', '10:15'), item('Schneiden', 'Ben', '10:15', '11:00')],
      [
        ['Färben', 'work 09:00–09:30, processing 09:30–10:00, work 10:00–10:15'],
        ['Schneiden', 'work 10:15–11:00'],
      ],
    ],
    [
      'brows while the colour develops, then the cut',
      [
        item('Färben', 'Anna', '09:00', '10:15'),
        item('Brauen', 'Cem', '09:30', '09:50'),
        item('Schneiden', 'Ben', '10:15', '11:00'),
      ],
      [
        ['Färben', 'work 09:00–09:30, processing 09:30–10:00, work 10:00–10:15', [['Brauen', 'work 09:30–09:50']]],
        ['Schneiden', 'work 10:15–11:00'],
      ],
    ],
    [
      'two things, one after the other, in one processing time',
      [
        item('Färben', 'Anna', '09:00', '10:15'),
        item('Tönen', 'Cem', '09:30', '09:50'),
        item('Tönen', 'Cem', '09:50', '10:00'),
      ],
      [
        [
          'Färben',
          'work 09:00–09:30, processing 09:30–10:00, work 10:00–10:15',
          [
            ['Tönen', 'work 09:30–09:40, processing 09:40–09:50'],
            ['Tönen', 'work 09:50–10:00'],
          ],
        ],
      ],
    ],
  ])('%s', (_story, items, plan) => {
    expect(shown(visitPlan(items, CATALOGUE))).toEqual(plan);
  });

  it('lasts from the first start to the last end', () => {
    const { from, to } = spanOf(
      visitPlan([item('Färben', 'Anna', '09:00', '10:15'), item('Schneiden', 'Ben', '10:30', '11:15')], CATALOGUE),
    );
    expect([clock(from), clock(to)]).toEqual(['09:00', '11:15']);
  });

  it('is drawn where there is something to see', () => {
    const drawn = (...items: VisitItem[]) => isWorthDrawing(visitPlan(items, CATALOGUE));
    expect(drawn(item('Schneiden', 'Ben', '09:00', '09:45'))).toBe(false);
    expect(drawn(item('Färben', 'Anna', '09:00', '10:15'))).toBe(true);
    expect(drawn(item('Brauen', 'Cem', '09:00', '09:20'), item('Schneiden', 'Ben', '09:20', '10:05'))).toBe(true);
  });
});
