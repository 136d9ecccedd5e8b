import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Summary = z.object({
  metrics: z.record(
    z.string(),
    z.object({
      values: z.record(z.string(), z.number()),
      thresholds: z.record(z.string(), z.object({ ok: z.boolean() })).optional(),
    }),
  ),
});

/** What k6 counted and whether its thresholds held, as `k6/lib/summary.ts` writes it. */
export type K6Summary = z.infer<typeof Summary>;

/** A threshold of a script, what was measured, and whether it held. */
export type Threshold = { metric: string; words: string; measured: number; ok: boolean };

/** Reads `summary.json`. Throws when it is missing or not what k6 writes. */
export function readSummary(file: string): K6Summary {
  return Summary.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** One value of a metric; 0 where k6 never counted it. */
export function measuredOf({ metrics }: K6Summary, metric: string, value: string): number {
  return metrics[metric]?.values[value] ?? 0;
}

/** All thresholds of a run. `p(95)<500` is measured by the value `p(95)`. */
export function thresholdsOf(summary: K6Summary): Threshold[] {
  return Object.entries(summary.metrics).flatMap(([metric, { thresholds = {} }]) =>
    Object.entries(thresholds).map(([words, { ok }]) => ({
      metric,
      words,
      measured: measuredOf(summary, metric, words.split(/[<>=]/)[0]?.trim() ?? ''),
      ok,
    })),
  );
}
