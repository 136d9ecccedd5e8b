import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesIn, payloadsOf } from './change-payload.ts';

const SALON = '01a2049c-f068-73a0-acb0-c24e54070b38';

test('days of a salon come back as they were told', () => {
  const dates = new Set(['2026-11-24', '2026-11-25']);
  expect(payloadsOf(new Map([[SALON, dates]])).flatMap(changesIn)).toEqual([[SALON, [...dates]]]);
});

test('more days than a calendar shows are all of them', () => {
  const dates = new Set(Array.from({ length: 63 }, (_, n) => `2026-${n}`));
  expect(payloadsOf(new Map([[SALON, dates]])).flatMap(changesIn)).toEqual([[SALON, 'all']]);
});

test('however many salons change at once, none is lost and no text is too long', () => {
  const dates = fc.oneof(
    fc.constant('all' as const),
    fc.uniqueArray(
      fc.integer({ min: 0, max: 60 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      { minLength: 1 },
    ),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.uuid(), dates, { maxKeys: 40 }), (salons) => {
      const changes = Object.entries(salons).map(([id, days]) => [id, days === 'all' ? days : new Set(days)] as const);
      const payloads = payloadsOf(new Map(changes));
      expect(payloads.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
      expect(Object.fromEntries(payloads.flatMap(changesIn))).toEqual(salons);
    }),
  );
});

test('nonsense changes nothing', () => {
  expect(changesIn('')).toEqual([]);
  expect(changesIn(SALON)).toEqual([]);
});
