import { expect, test } from 'vitest';
import { GOOD } from './figures.fixture.ts';
import { roundsOf, roundsText } from './rounds.ts';
import type { Verdict } from './verdict.ts';

const round = (p95: number, correct = true): Verdict => ({
  name: 'closed-loop',
  words: '',
  short: true,
  machine: { cpu: '', cores: 2, memoryGiB: 4, system: '' },
  date: '',
  commit: null,
  versions: {},
  scale: { users: 1, apis: 2, salons: 200 },
  figures: { ...GOOD, waiting: { ...GOOD.waiting, p95 } },
  goals: [{ kind: 'wished', name: 'nobody starves', goal: '≤ 12 ms', measured: `${p95} ms`, met: p95 <= 12 }],
  history: { ok: correct, claims: [] },
  correct,
  ok: correct,
});

test('three rounds: the middle one, the range, and which goal was missed how often', () => {
  const rounds = roundsOf([round(30), round(10), round(11.5)]);
  expect(rounds.figures.p95).toEqual({ median: 11.5, min: 10, max: 30 });
  expect(rounds.goals).toEqual([{ name: 'nobody starves', met: 2, measured: ['30 ms', '10 ms', '11.5 ms'] }]);
  const text = roundsText(rounds);
  expect(text).toMatch(/^closed-loop: every booking right in 3 of 3 rounds\n/);
  expect(text).toContain('  p95                  11.5 (10–30)');
  expect(text).toContain('  missed 1 times: nobody starves (30 ms, 10 ms, 11.5 ms)');
});

test('a round in which a booking went wrong is not averaged away', () => {
  expect(roundsText(roundsOf([round(10), round(10, false)]))).toMatch(/^closed-loop: every booking right in 1 of 2 /);
});
