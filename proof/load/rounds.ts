import { type Spread, spread } from '../measuring/spread.ts';
import type { Verdict } from './verdict.ts';

/** What several rounds of one scenario came to, as `rounds.json` keeps it; the rounds themselves are in it. */
export type Rounds = {
  name: string;
  /** Rounds in which no booking went wrong. */
  correct: number;
  /** Medians with the lowest and the highest round. Waiting in milliseconds, memory in MiB. */
  figures: Record<keyof typeof FIGURES, Spread>;
  /** In how many rounds each goal was met, and what was measured against it. */
  goals: { name: string; met: number; measured: string[] }[];
  rounds: Verdict[];
};

const FIGURES = {
  bookings: ({ figures }: Verdict) => figures.bookings,
  failures: ({ figures }: Verdict) => figures.failures,
  bookingsPerSecond: ({ figures }: Verdict) => figures.bookingsPerSecond,
  answersPerSecond: ({ figures }: Verdict) => figures.answersPerSecond,
  p50: ({ figures }: Verdict) => figures.waiting.p50,
  p95: ({ figures }: Verdict) => figures.waiting.p95,
  longest: ({ figures }: Verdict) => figures.waiting.max,
  refusedP95: ({ figures }: Verdict) => figures.refused.p95,
  apiMemory: ({ figures }: Verdict) => figures.mostMemoryMiB.api,
  deadlocks: ({ figures }: Verdict) => figures.deadlocks,
};

/** Puts the rounds of one scenario together; there is at least one. */
export function roundsOf(verdicts: readonly [Verdict, ...Verdict[]]): Rounds {
  const [{ name, goals }] = verdicts;
  const figures = Object.entries(FIGURES).map(([figure, of]) => [figure, spread(verdicts.map(of))]);
  return {
    name,
    correct: verdicts.filter(({ correct }) => correct).length,
    figures: Object.fromEntries(figures) as Rounds['figures'],
    goals: goals.map((goal) => {
      const same = verdicts.flatMap((verdict) => verdict.goals.filter((one) => one.name === goal.name));
      return { name: goal.name, met: same.filter(({ met }) => met).length, measured: same.map((one) => one.measured) };
    }),
    rounds: [...verdicts],
  };
}

/** The rounds for people: medians and ranges, and the goals that some round missed. */
export function roundsText({ name, correct, figures, goals, rounds }: Rounds): string {
  const lines = Object.entries(figures).map(([figure, { median, min, max }]) => {
    const [middle, least, most] = [median, min, max].map((value) => value.toLocaleString('en-US'));
    return `  ${figure.padEnd(20)} ${middle} (${least}–${most})`;
  });
  const missed = goals.filter(({ met }) => met < rounds.length);
  return [
    `${name}: every booking right in ${correct} of ${rounds.length} rounds`,
    ...lines,
    ...missed.map((goal) => `  missed ${rounds.length - goal.met} times: ${goal.name} (${goal.measured.join(', ')})`),
  ].join('\n');
}
