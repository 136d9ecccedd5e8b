import { expect, test } from 'vitest';
import { de } from '../../i18n/de.ts';
import type { Slot } from './day.ts';
import { reasonOf } from './reason.ts';

type Beside = NonNullable<Slot['gap']>['before']['beside'];
type Side = readonly [staffId: string, beside: Beside, minutes: number];
const side = ([staffId, beside, minutes]: Side) => ({ staffId, beside, minutes });

test.each<[Slot['recommended'], Side, Side, string | undefined]>([
  ['fills_gap', ['Anna', 'visit', 0], ['Anna', 'visit', 0], 'passt genau zwischen zwei Termine'],
  ['fills_gap', ['Anna', 'visit', 0], ['Ben', 'visit', 0], 'passt genau zwischen zwei Termine'],
  ['fills_gap', ['Anna', 'visit', 0], ['Anna', 'blocked', 0], 'passt genau zwischen einen Termin und eine Pause'],
  ['fills_gap', ['Anna', 'blocked', 0], ['Anna', 'visit', 0], 'passt genau zwischen eine Pause und einen Termin'],
  ['fills_gap', ['Anna', 'blocked', 0], ['Anna', 'blocked', 0], 'passt genau zwischen zwei Pausen'],
  ['fills_gap', ['Anna', 'hours', 0], ['Anna', 'visit', 0], 'füllt genau die Zeit bis zu einem Termin'],
  ['fills_gap', ['Anna', 'hours', 0], ['Anna', 'blocked', 0], 'füllt genau die Zeit bis zu einer Pause'],
  ['fills_gap', ['Anna', 'visit', 0], ['Anna', 'hours', 0], 'füllt genau die Zeit nach einem Termin'],
  ['fills_gap', ['Anna', 'blocked', 0], ['Anna', 'hours', 0], 'füllt genau die Zeit nach einer Pause'],
  ['fills_gap', ['Anna', 'hours', 0], ['Anna', 'hours', 0], 'davor und danach bleibt keine Lücke'],
  // Of two people neither has her time filled: one begins there, the other ends there.
  ['fills_gap', ['Anna', 'visit', 0], ['Ben', 'hours', 0], 'schließt direkt an einen Termin an'],
  ['fills_gap', ['Anna', 'hours', 0], ['Ben', 'visit', 0], 'direkt vor einem Termin'],
  ['fills_gap', ['Anna', 'hours', 0], ['Ben', 'blocked', 0], 'davor bleibt keine Lücke'],
  ['fills_gap', ['Anna', 'hours', 0], ['Ben', 'hours', 0], 'davor bleibt keine Lücke'],
  ['adjacent', ['Anna', 'visit', 0], ['Anna', 'visit', 60], 'schließt direkt an einen Termin an'],
  ['adjacent', ['Anna', 'blocked', 0], ['Anna', 'hours', 120], 'direkt nach einer Pause'],
  ['adjacent', ['Anna', 'hours', 0], ['Anna', 'visit', 30], 'davor bleibt keine Lücke'],
  ['adjacent', ['Anna', 'hours', 30], ['Anna', 'visit', 0], 'direkt vor einem Termin'],
  ['adjacent', ['Anna', 'visit', 45], ['Anna', 'blocked', 0], 'direkt vor einer Pause'],
  ['adjacent', ['Anna', 'visit', 45], ['Anna', 'hours', 0], 'danach bleibt keine Lücke'],
  ['opens_day', ['Anna', 'hours', 0], ['Anna', 'hours', 480], 'Start in einen noch freien Arbeitstag'],
  [undefined, ['Anna', 'visit', 0], ['Anna', 'visit', 0], undefined],
])('%s, after %j, before %j: %s', (recommended, before, after, said) => {
  const reason = reasonOf({ recommended, gap: { before: side(before), after: side(after) } });
  expect(reason && de.visit.reasons[reason]).toBe(said);
});

test('where it is not known why, nothing is said', () => {
  expect(reasonOf({ recommended: 'adjacent' })).toBeUndefined();
});
