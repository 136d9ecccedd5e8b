import type { Verdict as HistoryVerdict } from '../history/check.ts';
import type { Origin } from '../measuring/origin.ts';
import type { Figures } from './figures.ts';
import type { Goal } from './goals.ts';
import type { Waiting } from './series.ts';

/** What a run proved, as `verdict.json` keeps it. */
export type Verdict = Origin & {
  name: string;
  /** What was tried. */
  words: string;
  short: boolean;
  /** Multiplier of the users, API processes, salons. */
  scale: { users: number; apis: number; salons: number };
  figures: Figures;
  goals: Goal[];
  history: HistoryVerdict;
  /** No booking went wrong. */
  correct: boolean;
  /** And nothing that was required was missed. */
  ok: boolean;
};

/** Whether a run was right, and whether it was all that was required. */
export function judge(history: HistoryVerdict, goals: readonly Goal[]): { correct: boolean; ok: boolean } {
  const missed = (kind: Goal['kind']) => goals.some((goal) => goal.kind === kind && !goal.met);
  const correct = history.ok && !missed('correct');
  return { correct, ok: correct && !missed('required') };
}

/** The verdict for people: what happened in sentences, then what was checked, then the figures. */
export function verdictText({ figures, goals, history, correct, ok }: Verdict): string {
  return [
    ...sentences(figures, correct),
    '',
    'Checked afterwards, every answer against the database:',
    ...history.claims.flatMap(({ words, checked, violations, notes }) => [
      `  ${mark(violations.length === 0)} ${words} (${count(checked)} looked at)`,
      ...violations.map((violation) => `      ${violation}`),
      ...notes.map((note) => `      noted: ${note}`),
    ]),
    ...goals.filter(({ kind }) => kind === 'correct').map(goalLine),
    '',
    'Required of this run:',
    ...goals.filter(({ kind }) => kind === 'required').map(goalLine),
    'Wished for:',
    ...goals.filter(({ kind }) => kind === 'wished').map(goalLine),
    '',
    'Figures:',
    ...figureLines(figures),
    '',
    conclusion({ correct, ok }),
  ].join('\n');
}

function sentences(figures: Figures, correct: boolean): string[] {
  const { users, seconds, bookings, refusals, requests, failures, attempts } = figures;
  const refused = refusals
    ? ` ${count(refusals)} times somebody heard that a time was taken, with others to choose from.`
    : '';
  const failed = failures
    ? ` ${count(failures)} of ${count(requests)} requests were not answered as they should be.`
    : ' Every request was answered as it should be.';
  return [
    `${count(users)} people sent ${count(attempts)} booking requests within ${Math.round(seconds)} s and made ${count(bookings)} bookings.${refused}${failed}`,
    `Half of them waited less than ${ms(figures.waiting.p50)}, 95 of 100 less than ${ms(figures.waiting.p95)}, nobody longer than ${ms(figures.waiting.max)}.`,
    correct
      ? 'No booking was lost, none was made twice, and nobody was given a time that was taken.'
      : 'SOMETHING WENT WRONG WITH A BOOKING: see below.',
  ];
}

function figureLines(figures: Figures): string[] {
  const { cpu, mostMemoryMiB: memory } = figures;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const lines: [string, string][] = [
    ['bookings a second', String(figures.bookingsPerSecond)],
    ['answers a second', String(figures.answersPerSecond)],
    ['answers by status', JSON.stringify(figures.statuses)],
    ['waiting for a booking', spread(figures.waiting)],
    ['… with all users there', spread(figures.waitingWhenFull)],
    ['… when refused', spread(figures.refused)],
    ['looking at free times', spread(figures.browsing)],
    ['waiting at the desk', spread(figures.desk)],
    ['changes', changed(figures.changes)],
    ['sign of life of the API', spread(figures.live)],
    [
      'processor, of the machine',
      `k6 ${percent(cpu.k6)}, API ${percent(cpu.api)}, PostgreSQL ${percent(cpu.postgres)}, worker ${percent(cpu.worker)}`,
    ],
    [
      'most memory',
      `k6 ${memory.k6} MiB, one API process ${memory.api} MiB, PostgreSQL ${memory.postgres} MiB and its buffers, worker ${memory.worker} MiB`,
    ],
    ['most connections', `${figures.mostConnections} of ${figures.maxConnections}`],
    ['deadlocks PostgreSQL solved', String(figures.deadlocks)],
    ['log written per booking', `${count(figures.walBytesPerBooking)} bytes`],
  ];
  return lines.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(28)} ${value}`);
}

/** The verdict in one sentence. */
export function conclusion({ correct, ok }: Pick<Verdict, 'correct' | 'ok'>): string {
  if (!correct) return 'FAILED: a booking went wrong.';
  if (!ok) return 'TOO SLOW: every booking is right, but something required was missed (✗ above).';
  return 'PASSED: every booking is right, and all that is required was reached.';
}

function spread({ p50, p95, p99, max }: Waiting): string {
  return max === 0 ? '' : `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, longest ${ms(max)}`;
}

const changed = (changes: Record<string, number>) =>
  Object.entries(changes)
    .map(([answer, times]) => `${answer} × ${count(times)}`)
    .join(', ');
const goalLine = ({ name, goal, measured, met }: Goal) => `  ${mark(met)} ${name}: ${measured} (goal ${goal})`;
const mark = (good: boolean) => (good ? '✓' : '✗');
const count = (number: number) => number.toLocaleString('en-US');
const ms = (value: number) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${Math.round(value * 10) / 10} ms`);
