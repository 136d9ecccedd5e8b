import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Way = { application: string; connections: number; rounds: { perSecond: number }[] };

const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
const says = (figure: string) => expect(readme.includes(figure), figure).toBe(true);
const results = (name: string) => JSON.parse(readFileSync(`docs/proof/results/${name}.json`, 'utf8'));

test('README says what was published of the day that grows busy', () => {
  const { figures, history, date } = results('load-public-booking');
  says(`**${figures.bookings.toLocaleString('en-US')} bookings by up to ${figures.users} people at once`);
  says(`p95 ${Math.round(figures.waiting.p95)} ms.`);
  says(`on them, ${date.slice(0, 10)}; everything else`);
  // "none lost, none doubled, no failure"
  expect(figures).toMatchObject({ failures: 0, wrongAnswers: 0, attempts: figures.bookings });
  expect(history.ok).toBe(true);
});

test('README says what was published of the limit that pgbench finds', () => {
  const { goals, ways } = results('limit');
  const share = goals.find(({ words }: { words: string }) => words.includes('1000 connections'));
  says(`**${(100 * share.value).toFixed(0)} % of what pgbench at its best`);
  const inTheMiddle = (name: string): number => {
    const { rounds } = ways.find(
      ({ application, connections }: Way) => application === name && connections === 1000,
    ) as Way;
    return rounds.map(({ perSecond }) => perSecond).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] as number;
  };
  const orm = (share.value * inTheMiddle('orm')) / inTheMiddle('ours');
  says(`same schema makes ${(100 * orm).toFixed(0)} %.`);
});

test('README says what was published of the faults', () => {
  const { faults, kinds, claims, seconds, ok } = results('faults') as {
    faults: object[];
    kinds: { worstMs: number }[];
    claims: { violations: object[] }[];
    seconds: number;
    ok: boolean;
  };
  expect({ seconds, ok, violations: claims.flatMap(({ violations }) => violations) }).toEqual({
    seconds: 600,
    ok: true,
    violations: [],
  });
  const worst = Math.max(...kinds.map(({ worstMs }) => worstMs)) / 1000;
  says(`**${faults.length} faults in ten minutes**`);
  says(`within ${worst.toFixed(1)} s at worst`);
});

test('README says what was published of the mutants', () => {
  const [, share, mutants] = /tests of the rules can fail: (\d+) % of ([\d,]+) mutants/.exec(readme) ?? [];
  const page = readFileSync('packages/domain/MUTATION.md', 'utf8');
  const [, score, counted] = /Score on [\d-]+: ([\d.]+) %\.\*\* ([\d,]+) mutants/.exec(page) ?? [];
  expect({ share, mutants }).toEqual({ share: Number(score).toFixed(0), mutants: counted });
});
