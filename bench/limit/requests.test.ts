import { expect, test } from 'vitest';
import { requestBody } from './requests.ts';

const salons = ['load-001', 'load-002'].map((slug) => ({
  slug,
  staffIds: ['a', 'b', 'c', 'd', 'e'].map((id) => slug + id),
}));
const first = Date.parse('2026-12-01T10:00:00Z');
const wish = (n: number) => JSON.parse(requestBody(salons, first, n));

test('neighbours want different salons, then other staff, then later times, then the next day', () => {
  expect(wish(0)).toMatchObject({ salonSlug: 'load-001', staffId: 'load-001a', date: '2026-12-01', time: '07:00' });
  expect(wish(1)).toMatchObject({ salonSlug: 'load-002', staffId: 'load-002a', date: '2026-12-01', time: '07:00' });
  expect(wish(2)).toMatchObject({ salonSlug: 'load-001', staffId: 'load-001b', time: '07:00' });
  expect(wish(10)).toMatchObject({ salonSlug: 'load-001', staffId: 'load-001a', time: '07:30' });
  expect(wish(279)).toMatchObject({ date: '2026-12-01', time: '20:30' });
  expect(wish(280)).toMatchObject({ salonSlug: 'load-001', staffId: 'load-001a', date: '2026-12-02', time: '07:00' });
});

test('no two want the same', () => {
  const times = Array.from({ length: 1000 }, (_, n) => wish(n)).map(
    ({ staffId, date, time }) => `${staffId} ${date} ${time}`,
  );
  expect(new Set(times).size).toBe(times.length);
});
