import { expect, test } from 'vitest';
import { GOOD } from './figures.fixture.ts';
import type { Goal } from './goals.ts';
import { judge, type Verdict, verdictText } from './verdict.ts';

const goal = (kind: Goal['kind'], met: boolean): Goal => ({
  kind,
  name: `${kind} one`,
  goal: '≤ 1',
  measured: '2',
  met,
});
const history = (...violations: string[]) => ({
  ok: violations.length === 0,
  claims: [{ name: 'kept', words: 'Every booking is kept.', checked: 1_234, violations, notes: ['2 found later'] }],
});

test.each([
  ['all is well', history(), [goal('correct', true), goal('required', true)], true, true],
  ['a wish missed', history(), [goal('wished', false)], true, true],
  ['too slow', history(), [goal('required', false)], true, false],
  ['a wrong answer', history(), [goal('correct', false), goal('required', true)], false, false],
  ['a lost booking', history('key k1 is gone'), [], false, false],
])('%s', (_, checked, goals, correct, ok) => {
  expect(judge(checked, goals)).toEqual({ correct, ok });
});

function textOf(verdict: Partial<Verdict>): string {
  const goals = verdict.goals ?? [];
  const checked = verdict.history ?? history();
  return verdictText({
    name: 'closed-loop',
    words: '',
    short: true,
    machine: { cpu: '', cores: 2, memoryGiB: 4, system: '' },
    date: '',
    commit: null,
    versions: {},
    scale: { users: 1, apis: 2, salons: 200 },
    figures: GOOD,
    ...verdict,
    goals,
    history: checked,
    ...judge(checked, goals),
  });
}

test('a good run in words a salon owner reads', () => {
  const text = textOf({ goals: [goal('wished', false)] });
  expect(text.split('\n').slice(0, 3)).toEqual([
    '1,000 people sent 40,000 booking requests within 60 s and made 40,000 bookings. Every request was answered as it should be.',
    'Half of them waited less than 4 ms, 95 of 100 less than 11.5 ms, nobody longer than 250 ms.',
    'No booking was lost, none was made twice, and nobody was given a time that was taken.',
  ]);
  expect(text).toContain('  ✓ Every booking is kept. (1,234 looked at)\n      noted: 2 found later');
  expect(text).toContain('Wished for:\n  ✗ wished one: 2 (goal ≤ 1)');
  expect(text).not.toContain('looking at free times');
  expect(text.split('\n').at(-1)).toMatch(/^PASSED: /);
});

test('refusals and failures are told', () => {
  const text = textOf({ figures: { ...GOOD, refusals: 995, failures: 3 }, goals: [goal('required', false)] });
  expect(text).toContain('995 times somebody heard that a time was taken');
  expect(text).toContain('3 of 40,000 requests were not answered as they should be.');
  expect(text.split('\n').at(-1)).toMatch(/^TOO SLOW: /);
});

test('a booking gone wrong is said first and last', () => {
  const lines = textOf({ history: history('key k1 is gone') }).split('\n');
  expect(lines[2]).toBe('SOMETHING WENT WRONG WITH A BOOKING: see below.');
  expect(lines).toContain('      key k1 is gone');
  expect(lines.at(-1)).toBe('FAILED: a booking went wrong.');
});
