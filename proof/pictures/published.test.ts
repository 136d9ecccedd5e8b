import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PUBLISHED, publish } from './published.ts';

/** A checkout in which these results were left. */
function checkout(results: Record<string, object>): string {
  const root = mkdtempSync(join(tmpdir(), 'salon-published-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, result] of Object.entries(results)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), JSON.stringify(result));
  }
  return root;
}

const FIRST = { date: '2026-11-22T10:00:00.000Z', commit: 'abc1234' };
const SHORT = { ...FIRST, short: true };
const filesIn = (root: string) => readdirSync(join(root, PUBLISHED)).sort();

test('everything that was measured is published, with what belongs to it', () => {
  const root = checkout({
    'bench/results/limit.json': FIRST,
    'bench/results/limit.txt': {},
    'k6/results/public-booking/verdict.json': FIRST,
    'k6/results/public-booking/series.json': [],
    'k6/results/replay/verdict.json': SHORT,
    'proof/results/faults/verdict.json': FIRST,
    'proof/results/faults/clients.jsonl': {},
  });
  const said = publish(root, []);
  expect(filesIn(root)).toEqual([
    ...['faults.json', 'limit.json', 'limit.txt'],
    ...['load-public-booking-series.json', 'load-public-booking.json'],
  ]);
  expect(said).toContain('limit: of 2026-11-22T10:00:00.000Z, commit abc1234: limit.json, limit.txt');
  expect(said).toContain('load-replay: left as it is, the last run was a short one (name it to publish it).');
});

test('what is named replaces what was there, and nothing else', () => {
  const root = checkout({
    [`${PUBLISHED}/load-replay.json`]: { date: 'before' },
    'k6/results/replay/verdict.json': SHORT,
    'bench/results/limit.json': FIRST,
  });
  publish(root, ['load-replay']);
  expect(filesIn(root)).toEqual(['load-replay.json']);
  expect(JSON.parse(readFileSync(join(root, PUBLISHED, 'load-replay.json'), 'utf8'))).toEqual(SHORT);
});

test('a result that is none, or that nobody measured, is refused', () => {
  const root = checkout({});
  expect(() => publish(root, ['luck'])).toThrow(/^There is no result luck: load-public-booking, .*faults\.$/);
  expect(() => publish(root, ['growth'])).toThrow(
    'growth was not measured here: there is no bench/results/growth.json.',
  );
  expect(publish(root, [])).toEqual([]);
});
