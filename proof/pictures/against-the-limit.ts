import { z } from 'zod';
import { BAR_COLOURS, type Bar, bars } from './bars.ts';
import { Origin, originOf } from './origin.ts';
import { heading, type Picture } from './style.ts';

const Spread = z.object({ median: z.number(), min: z.number(), max: z.number() });
const Way = z.object({
  what: z.string(),
  client: z.string(),
  connections: z.number(),
  processes: z.number(),
  delay: z.number().optional(),
  perSecond: Spread,
});
type Way = z.infer<typeof Way>;

/** What of `limit.json` is drawn: bookings a second of each way, over several rounds. */
export const Limit = Origin.extend({ rounds: z.number(), ways: z.array(Way) });

const WORDS: Record<string, string> = {
  limit: 'the limit: the bare statement, sent by pgbench',
  ours: 'our API over HTTP',
  orm: 'an API that uses an ORM the usual way',
};
const count = (value: number) => Math.round(value).toLocaleString('en');

/** Bookings a second of the database alone, of our API and of an ORM's transaction; nearby and over a slower wire. */
export function againstTheLimit(limit: z.infer<typeof Limit>): Picture {
  const delays = [undefined, ...new Set(limit.ways.flatMap(({ delay }) => (delay ? [delay] : [])))];
  const groups = delays
    .map((delay) => ({ delay, ways: drawn(limit.ways, delay) }))
    .filter(({ ways }) => ways.length > 0);
  const [direct] = groups;
  const share = ourShare(direct?.ways ?? []);
  const largest = Math.max(...groups.flatMap(({ ways }) => ways.map(({ perSecond }) => perSecond.max)));
  return {
    title: heading(
      share === undefined
        ? 'Bookings a second, and those of the bare statement'
        : `Our API makes ${share} % of the bookings that the bare statement makes, one by one`,
      `Median of ${limit.rounds} rounds, the line from the slowest to the fastest: ${originOf(limit)}`,
    ),
    spacing: 30,
    vconcat: groups.map(({ delay, ways }) => ({
      ...bars(
        ways.map((way) => barOf(way, ways)),
        'bookings a second',
        largest,
      ),
      title: {
        text: delay === undefined ? 'database on the same machine' : `round trip to the database ${delay} ms longer`,
        fontSize: 16,
        offset: 6,
      },
    })),
  };
}

/** Of each kind the one with the most connections; the limit is the best that was reached. */
function drawn(ways: readonly Way[], delay: number | undefined): Way[] {
  return Object.keys(WORDS).flatMap((what) => {
    const all = ways.filter((way) => way.what === what && way.delay === delay && way.client !== 'k6');
    const most = Math.max(...all.map(({ connections }) => connections));
    const chosen = what === 'limit' ? all : all.filter(({ connections }) => connections === most);
    return chosen.toSorted((a, b) => b.perSecond.median - a.perSecond.median).slice(0, 1);
  });
}

function ourShare(ways: readonly Way[]): number | undefined {
  const of = (what: string) => ways.find((way) => way.what === what)?.perSecond.median;
  const [ours, limit] = [of('ours'), of('limit')];
  return ours !== undefined && limit ? Math.round((ours / limit) * 100) : undefined;
}

function barOf({ what, connections, perSecond }: Way, ways: readonly Way[]): Bar {
  const limit = ways.find((way) => way.what === 'limit')?.perSecond.median;
  const share = what !== 'limit' && limit ? ` · ${Math.round((perSecond.median / limit) * 100)} %` : '';
  return {
    words: `${WORDS[what]}, ${count(connections)} connections`,
    value: perSecond.median,
    from: perSecond.min,
    to: perSecond.max,
    note: `${count(perSecond.median)}${share}`,
    colour: what === 'ours' ? BAR_COLOURS.ours : BAR_COLOURS.other,
  };
}
