import { expect, test } from 'vitest';
import { de } from '../../i18n/de.ts';
import { formats } from '../../lib/formats.ts';
import { peopleInTurn, peopleText } from './people-in-turn.ts';
import { visitPlan } from './visit-plan.ts';

const item = (service: string, staff: string | null, from: string, to: string) => ({
  ...{ serviceId: service, service, staffId: staff, staff },
  ...{ startsAt: `2026-12-19T${from}:00+01:00`, endsAt: `2026-12-19T${to}:00+01:00` },
});
const COLOUR = { kind: 'work' as const, minutes: 30 };
const CATALOGUE = [
  {
    ...{ id: 'Färben', variants: [] },
    phases: [COLOUR, { kind: 'processing' as const, minutes: 30 }, { kind: 'finish' as const, minutes: 15 }],
  },
];

test.each([
  ['one for all', [item('Färben', 'Anna', '09:00', '10:15'), item('Schneiden', 'Anna', '10:15', '11:00')], 'Anna'],
  [
    'one after the other',
    [item('Färben', 'Anna', '09:00', '10:15'), item('Schneiden', 'Ben', '10:15', '11:00')],
    'Anna, dann Ben',
  ],
  [
    'one while the colour of the other develops',
    [item('Färben', 'Anna', '09:00', '10:15'), item('Brauen', 'Ben', '09:30', '09:50')],
    'Anna und Ben',
  ],
  [
    'back to the first',
    [
      item('Schneiden', 'Anna', '09:00', '10:00'),
      item('Brauen', 'Ben', '10:00', '10:30'),
      item('Föhnen', 'Anna', '10:30', '11:00'),
    ],
    'Anna und Ben',
  ],
  [
    'three',
    [
      item('Färben', 'Anna', '09:00', '10:15'),
      item('Schneiden', 'Ben', '10:15', '10:45'),
      item('Föhnen', 'Cem', '10:45', '11:00'),
    ],
    'Anna, Ben und Cem',
  ],
  ['whoever it will be', [item('Schneiden', null, '09:00', '10:00')], ''],
])('%s', (_story, items, said) => {
  expect(peopleText(visitPlan(items, CATALOGUE), { t: de, f: formats('de') })).toBe(said);
});

test('what is done inside the time of another counts too', () => {
  const inside = [item('Färben', 'Anna', '09:00', '10:15'), item('Brauen', 'Ben', '09:30', '09:50')];
  expect(peopleInTurn(visitPlan(inside, CATALOGUE))).toEqual({ names: ['Anna', 'Ben'], how: 'together' });
});
