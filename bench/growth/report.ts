import { type Origin, originInWords } from '../../proof/measuring/origin.ts';
import { spread } from '../../proof/measuring/spread.ts';
import type { Cost } from './cost.ts';
import type { Levels } from './levels.ts';
import type { PruneRound, Stretch } from './prune-under-load.ts';

export type Size = {
  readonly claims: number;
  readonly bytes: number;
  readonly madeInSeconds: number;
  readonly levels: Levels;
  readonly booking: Cost;
  readonly availability: Cost;
};

/** What bench/results/growth.json holds. Bytes, milliseconds; every cost is a median. */
export type GrowthResult = Origin & {
  readonly operations: number;
  /** Bookings a second while pruning was watched. */
  readonly perSecond: number;
  readonly sizes: readonly Size[];
  readonly prune: readonly PruneRound[];
};

/** The goal: no more than so much above the smallest size. */
const GOAL = 1.2;

/** The result as a text for people. */
export function report(result: GrowthResult): string {
  const { sizes, prune } = result;
  const lines = [originInWords(result), `Medians of ${result.operations} operations`, ''];
  for (const kind of ['booking', 'availability'] as const) {
    lines.push(kind === 'booking' ? 'One booking' : 'Free times of a fortnight (five staff, five chairs)');
    for (const size of sizes) lines.push(`  ${costLine(size.claims, size[kind], sizes[0]?.[kind])}`);
    if (kind === 'booking') for (const size of sizes) lines.push(`  ${levelLine(size)}`);
    lines.push(`  ${verdict(sizes.map((size) => size[kind]))}`, '');
  }
  if (prune.length > 0) lines.push(...pruneLines(prune, result.perSecond));
  return `${lines.join('\n')}\n`;
}

function costLine(claims: number, cost: Cost, base: Cost = cost): string {
  const grown = (value: number, small: number) => (small > 0 ? ` (× ${(value / small).toFixed(2)})` : '');
  return [
    `${claims.toLocaleString('en').padStart(10)} claims`,
    `${Math.round(cost.buffers)} buffers${grown(cost.buffers, base.buffers)}, ${Math.round(cost.read)} from outside the cache`,
    `${Math.round(cost.walBytes)} B of log${grown(cost.walBytes, base.walBytes)}`,
    `after a checkpoint ${Math.round(cost.images)} page images, ${Math.round(cost.imageBytes)} B`,
    `${cost.ms.toFixed(1)} ms`,
  ].join(' · ');
}

function levelLine({ claims, levels }: Size): string {
  const all = Object.values(levels);
  const average = all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  return `${claims.toLocaleString('en').padStart(10)} claims · B-trees ${average.toFixed(1)} levels high, from ${Math.min(...all)} to ${Math.max(...all)}`;
}

/** Whether buffers and log stay within the goal of the smallest size. */
export function verdict(costs: readonly Cost[]): string {
  if (costs.length < 2) return 'One size alone: nothing to compare.';
  const worst = (pick: (cost: Cost) => number) => {
    const small = costs[0] ? pick(costs[0]) : 0;
    return small > 0 ? Math.max(...costs.map((cost) => pick(cost) / small)) : 1;
  };
  const [buffers, log] = [worst((cost) => cost.buffers), worst((cost) => cost.walBytes)];
  const reached = Math.max(buffers, log) <= GOAL;
  return `${reached ? 'Goal reached' : 'Goal missed'} (within 20 %): buffers × ${buffers.toFixed(2)}, log × ${log.toFixed(2)}.`;
}

function pruneLines(rounds: readonly PruneRound[], perSecond: number): string[] {
  const over = (pick: (round: PruneRound) => number) => {
    const { median, min, max } = spread(rounds.map(pick));
    return `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
  };
  const line = (name: string, pick: (round: PruneRound) => Stretch) =>
    `  ${name}: p50 ${over((r) => pick(r).p50)} ms, p95 ${over((r) => pick(r).p95)} ms, p99 ${over((r) => pick(r).p99)} ms`;
  const total = (of: 'due' | 'left') =>
    rounds.reduce((sum, round) => sum + round[of].keys + round[of].claims + round[of].events, 0);
  const failed = rounds.reduce((sum, { without, withPrune }) => sum + without.failed + withPrune.failed, 0);
  return [
    `${perSecond} bookings a second, ${rounds.length} rounds, middle and spread`,
    line('without db:prune', (round) => round.without),
    line('while it runs   ', (round) => round.withPrune),
    `  db:prune took ${over((round) => round.seconds)} s; ${total('due')} rows due, ${total('left')} left, ${failed} bookings failed.`,
  ];
}
