import { z } from 'zod';
import { Origin, originOf } from './origin.ts';
import { COLOURS, heading, type Picture, WIDTH } from './style.ts';

/** `series.json` of a load run: `t` in seconds, waiting times in milliseconds. */
export const Series = z.array(
  z.object({ t: z.number(), p50: z.number(), p95: z.number(), users: z.number(), bookingsPerSecond: z.number() }),
);
/** What of its `verdict.json` stands in the heading. */
export const LoadVerdict = Origin.extend({
  figures: z.object({ users: z.number(), bookings: z.number(), waitingWhenFull: z.object({ p95: z.number() }) }),
});

/** How long customers waited during a run, above how many there were and what they booked. */
export function latencyOverTime(series: z.infer<typeof Series>, verdict: z.infer<typeof LoadVerdict>): Picture {
  const { users, bookings, waitingWhenFull } = verdict.figures;
  const count = (value: number) => value.toLocaleString('en');
  const title = `With ${count(users)} people booking, 95 of 100 wait less than ${count(Math.ceil(waitingWhenFull.p95))} ms`;
  const caption = `${count(bookings)} bookings, everything on one machine: ${originOf(verdict)}`;
  return {
    title: heading(title, caption),
    spacing: 26,
    resolve: { scale: { color: 'independent' } },
    vconcat: [
      panel('wait for an answer, ms', 220, [
        {
          what: '95 of 100 wait less (p95)',
          colour: COLOURS.second,
          width: 2.5,
          points: series.map(({ t, p95 }) => [t, p95]),
        },
        {
          what: 'half wait less (p50)',
          colour: COLOURS.main,
          width: 2.5,
          points: series.map(({ t, p50 }) => [t, p50]),
        },
      ]),
      panel('number', 150, [
        { what: 'people', colour: COLOURS.pale, width: 9, points: series.map(({ t, users: now }) => [t, now]) },
        {
          what: 'bookings a second',
          colour: COLOURS.main,
          width: 2.5,
          points: series.map(({ t, bookingsPerSecond }) => [t, bookingsPerSecond]),
        },
      ]),
    ],
  };
}

type Line = {
  readonly what: string;
  readonly colour: string;
  readonly width: number;
  readonly points: readonly (readonly [number, number])[];
};

/** Lines over the same minutes, each named in the legend; those told later lie on top. */
function panel(unit: string, height: number, lines: readonly Line[]) {
  const scale = { domain: lines.map(({ what }) => what), range: lines.map(({ colour }) => colour) };
  const axis = { grid: false, format: '~g', tickCount: 8 };
  return {
    width: WIDTH,
    height,
    encoding: {
      x: { field: 'minute', type: 'quantitative' as const, title: 'minutes', scale: { nice: false }, axis },
      y: { field: 'y', type: 'quantitative' as const, title: unit, axis: { tickCount: 5 } },
    },
    layer: lines.map(({ what, width, points }) => ({
      data: { values: points.map(([t, y]) => ({ minute: t / 60, y })) },
      mark: { type: 'line' as const, strokeWidth: width },
      encoding: { color: { datum: what, type: 'nominal' as const, title: null, scale } },
    })),
  };
}
