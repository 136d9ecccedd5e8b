import { z } from 'zod';
import { BAR_COLOURS, type Bar, bars } from './bars.ts';
import { Origin, originOf } from './origin.ts';
import { heading, type Picture } from './style.ts';

/** What of the faults' `verdict.json` is drawn: milliseconds from the end of each fault until it was survived. */
export const Faults = Origin.extend({
  seed: z.string(),
  kinds: z.array(
    z.object({
      words: z.string(),
      times: z.number(),
      medianMs: z.number().nullable(),
      worstMs: z.number().nullable(),
      survived: z.boolean(),
    }),
  ),
});
type Fault = z.infer<typeof Faults>['kinds'][number];

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** How soon bookings were answered again after each kind of fault: the middle of several, and the worst. */
export function recovery(faults: z.infer<typeof Faults>): Picture {
  const kinds = faults.kinds.filter(({ times }) => times > 0);
  const worst = Math.max(...kinds.map(({ worstMs }) => worstMs ?? 0));
  const all = kinds.every(({ survived, worstMs }) => survived && worstMs !== null);
  const times = kinds.reduce((sum, kind) => sum + kind.times, 0);
  const title = all
    ? `After each of ${times} faults bookings went on by themselves, at the latest after ${seconds(worst)}`
    : 'Not every fault was survived';
  const caption = `From the end of the fault to twenty bookings in a row; the bar is the middle, the line reaches to the worst. Seed ${faults.seed}. ${originOf(faults)}`;
  const rows = kinds.map(barOf);
  return { title: heading(title, caption), ...bars(rows, 'seconds', worst / 1000) };
}

function barOf({ words, times, medianMs, worstMs, survived }: Fault): Bar {
  const ok = survived && medianMs !== null && worstMs !== null;
  const middle = medianMs === null ? null : medianMs / 1000;
  return {
    words: `${words} (${times} ×)`,
    value: middle,
    ...(middle === null || worstMs === null ? {} : { from: middle, to: worstMs / 1000 }),
    note: ok ? seconds(worstMs) : 'failed',
    colour: ok ? BAR_COLOURS.ours : BAR_COLOURS.bad,
  };
}
