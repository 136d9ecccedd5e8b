import { expect, test } from 'vitest';
import { calendar, cut, visit } from '../calendar/calendar.fixture.ts';
import { drawnAhead, withAhead, withAnswered } from './drawn-ahead.ts';

const anna = cut('Anna', '10:00', '10:30');
const jonas = cut('Jonas', '11:00', '11:30');
const day = calendar({ visits: [anna, jonas] });
const names = (answer: typeof day) => answer.visits.map(({ name, startsAt }) => `${name} ${startsAt.slice(11, 16)}`);

test('a moved visit is drawn where it will be, in its place of the order', () => {
  const moved = { ...cut('Anna', '14:00', '14:30') };
  expect(names(withAhead(day, [{ visits: [moved] }]))).toEqual(['Anna 14:00', 'Jonas 11:00']);
});

test('a new one is added, a cancelled one goes, one moved to another day is not drawn here', () => {
  const lea = cut('Lea', '12:00', '12:30');
  const cancelled = { ...jonas, status: 'cancelled' as const };
  const elsewhere = { ...anna, startsAt: '2026-12-22T10:00:00+01:00', endsAt: '2026-12-22T10:30:00+01:00' };
  expect(names(withAhead(day, [{ visits: [lea, cancelled, elsewhere] }]))).toEqual(['Lea 12:00']);
});

test('the later of two changes of a visit is the one that is seen', () => {
  const layers = [{ visits: [cut('Anna', '14:00', '14:30')] }, { visits: [cut('Anna', '15:00', '15:30')] }];
  expect(names(withAhead(day, layers))).toEqual(['Anna 15:00', 'Jonas 11:00']);
});

test('blocked time is drawn, and time off that ends goes', () => {
  const off = (id: string, from: string) => ({
    ...{ id, version: 1, staffId: 'ada', kind: 'blocked' as const, reason: null, overlaps: false },
    startsAt: `2026-12-19T${from}:00+01:00`,
    endsAt: '2026-12-19T18:00:00+01:00',
  });
  const busy = calendar({ timeOff: [off('lunch', '12:00')] });
  const drawn = withAhead(busy, [{ timeOff: [off('phone', '16:00')] }, { ended: ['lunch'] }]);
  expect(drawn.timeOff.map(({ id }) => id)).toEqual(['phone']);
});

test('what is not drawn into stays the very same, so that nothing else is drawn anew', () => {
  expect(withAhead(day, [])).toBe(day);
  const drawn = withAhead(day, [{ visits: [cut('Anna', '14:00', '14:30')] }]);
  expect(drawn.visits[1]).toBe(jonas);
  expect(drawn.timeOff).toBe(day.timeOff);
});

test('taking a drawing away is the rollback', () => {
  const ahead = drawnAhead();
  let told = 0;
  ahead.subscribe(() => told++);
  const undraw = ahead.draw({ visits: [cut('Anna', '14:00', '14:30')] });
  expect(names(withAhead(day, ahead.all()))).toEqual(['Anna 14:00', 'Jonas 11:00']);
  undraw();
  undraw();
  expect(withAhead(day, ahead.all())).toBe(day);
  expect(told).toBe(2);
});

test('an answer that comes late does not hide what is newer', () => {
  const newer = calendar({ visits: [{ ...visit('Anna'), ...cut('Anna', '15:00', '15:30'), version: 7 }] });
  expect(names(withAnswered(newer, [{ ...cut('Anna', '14:00', '14:30'), version: 6 }]))).toEqual(['Anna 15:00']);
  expect(names(withAnswered(newer, [{ ...cut('Anna', '16:00', '16:30'), version: 8 }]))).toEqual(['Anna 16:00']);
});
