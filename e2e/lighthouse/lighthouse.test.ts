import { expect, test } from 'vitest';
import { findingOf, median } from './lighthouse.ts';

const refs = (...ids: string[]) => ids.map((id) => ({ id, weight: 1 }));

/** A report as Lighthouse writes it, as far as it is read. */
const report = (speed = 0.97) => ({
  categories: {
    performance: { score: speed, auditRefs: refs('largest-contentful-paint', 'total-blocking-time') },
    accessibility: { score: 1, auditRefs: refs('color-contrast') },
    'best-practices': { score: 0.955, auditRefs: [{ id: 'errors-in-console', weight: 0 }] },
    seo: { score: 1, auditRefs: [] },
  },
  audits: {
    'largest-contentful-paint': { id: 'largest-contentful-paint', score: 0.85, numericValue: 2_050.4 },
    'total-blocking-time': { id: 'total-blocking-time', score: 1, numericValue: 12 },
    'cumulative-layout-shift': { id: 'cumulative-layout-shift', score: 1, numericValue: 0.01 },
    'total-byte-weight': { id: 'total-byte-weight', score: 1, numericValue: 180_000 },
    'errors-in-console': { id: 'errors-in-console', score: 0 },
  },
});

test('points are whole, and what cost some is named', () => {
  expect(findingOf(report())).toEqual({
    points: { performance: 97, accessibility: 100, 'best-practices': 96, seo: 100 },
    ...{ largestPaintMs: 2_050, blockedMs: 12, shift: 0.01, bytes: 180_000 },
    lost: ['largest-contentful-paint'],
  });
});

test('a page that could not be looked at is no finding', () => {
  expect(() => findingOf({ ...report(), runtimeError: { message: 'The page did not load.' } })).toThrow('did not load');
});

test('of several runs the middle one counts', () => {
  const runs = [0.99, 0.9, 0.96].map((speed) => findingOf(report(speed)));
  expect(median(runs).points.performance).toBe(96);
});
