import { expect, test } from 'vitest';
import { sameHours } from './week-text.ts';

const on = (weekday: number, startMinute: number, endMinute: number, validUntil: string | null = null) => ({
  weekday,
  startMinute,
  endMinute,
  validFrom: null,
  validUntil,
});

test('days of the same hours are told together, of today’s week only', () => {
  const weekly = [
    on(5, 780, 1020),
    on(2, 540, 720),
    on(2, 780, 1020),
    on(5, 540, 720),
    on(6, 540, 840),
    on(1, 0, 60, '2026-11-01'),
  ];
  const told = sameHours(weekly, '2026-11-23').map(({ weekdays, spans }) => [
    weekdays,
    spans.map((span) => span.startMinute),
  ]);
  expect(told).toEqual([
    [
      [2, 5],
      [540, 780],
    ],
    [[6], [540]],
  ]);
});
