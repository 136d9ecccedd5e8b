import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measuredOf, readSummary, thresholdsOf } from './k6-summary.ts';

const BOOKING = 'http_req_duration{name:POST /api/bookings/public}';

/** As k6 1.8 hands it to `handleSummary`, cut short. */
const SUMMARY = {
  state: { testRunDurationMs: 9_400.5, isStdOutTTY: false },
  metrics: {
    bookings_made: {
      type: 'counter',
      contains: 'default',
      values: { count: 5, rate: 0.5 },
      thresholds: { 'count==5': { ok: true } },
    },
    failures: {
      type: 'rate',
      values: { rate: 0.25, passes: 1, fails: 3 },
      thresholds: { 'rate<0.001': { ok: false } },
    },
    [BOOKING]: { type: 'trend', values: { med: 3, 'p(95)': 12.5 }, thresholds: { 'p(95)<500': { ok: true } } },
    vus: { type: 'gauge', values: { value: 1, min: 0, max: 1000 } },
  },
};

function written(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'k6-summary-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'summary.json'), text);
  return join(folder, 'summary.json');
}

test('values by metric and name; 0 for what k6 never counted', () => {
  const summary = readSummary(written(JSON.stringify(SUMMARY)));
  expect(measuredOf(summary, 'vus', 'max')).toBe(1000);
  expect([measuredOf(summary, 'refusals', 'count'), measuredOf(summary, 'vus', 'p(95)')]).toEqual([0, 0]);
});

test('thresholds with what was measured', () => {
  expect(thresholdsOf(readSummary(written(JSON.stringify(SUMMARY))))).toEqual([
    { metric: 'bookings_made', words: 'count==5', measured: 5, ok: true },
    { metric: 'failures', words: 'rate<0.001', measured: 0.25, ok: false },
    { metric: BOOKING, words: 'p(95)<500', measured: 12.5, ok: true },
  ]);
});

test.each(['', '{"state": {}}', '{"metrics": {"vus": {"values": {"max": "many"}}}}'])('%j is no summary', (text) => {
  expect(() => readSummary(written(text))).toThrow();
});
