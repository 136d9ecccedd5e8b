import { z } from 'zod';
import { programsInWords } from '../measuring/origin.ts';
import { type Call, CallTree, type Whose } from './flame-graph-tree.ts';
import { Origin, originOf } from './origin.ts';
import { COLOURS, INK, type Picture, wrapped } from './style.ts';

/** `profile.json` of a profiled run. */
export const Profile = Origin.extend({
  versions: z.record(z.string(), z.string()),
  connections: z.number(),
  bookingsPerSecond: z.number(),
  tree: CallTree,
});
export type Profile = z.infer<typeof Profile>;

/** Wider than the other pictures, for the names in it. */
const WIDE = 900;
const LETTERS_PER_LINE = 84;
const ROW = 21;
const LETTERS = 11;
/** Of a letter of a name, and of the ground left and right of it together, in pixels. */
const [LETTER_WIDTH, AROUND] = [6.7, 6];
const FEWEST_LETTERS = 4;

const KINDS: Record<Whose, { words: string; colour: string; ink: string }> = {
  ours: { words: 'our code', colour: COLOURS.main, ink: 'white' },
  library: { words: 'libraries', colour: '#f3c08f', ink: INK },
  node: { words: 'Node and V8', colour: '#d3dce6', ink: INK },
};

/** What an API process did while it booked: each function as wide as its share of the time, above what it called. */
export function flameGraph(profile: Profile): Picture {
  const { own, busy, calls } = profile.tree;
  const rows = laidOut(calls);
  const whose = Object.keys(own) as Whose[];
  const wordsOf = (kind: Whose) => `${KINDS[kind].words} ${percent(own[kind])}`;
  const values = rows.map((row) => ({ ...row, kind: wordsOf(row.whose), ink: KINDS[row.whose].ink }));
  const scale = { domain: whose.map(wordsOf), range: whose.map((kind) => KINDS[kind].colour) };
  const across = { type: 'quantitative' as const, scale: { domain: [0, 1], nice: false } };
  const axis = {
    orient: 'top' as const,
    labelExpr: "format(datum.value * 100, 'd') + ' %'",
    tickCount: 5,
    grid: false,
    title: null,
  };
  const down = { type: 'quantitative' as const, scale: { domain: [0, deepest(rows)], reverse: true }, axis: null };
  return {
    title: {
      text: wrapped(
        `Where an API process spends its time at ${count(profile.bookingsPerSecond)} bookings a second`,
        LETTERS_PER_LINE,
      ),
      subtitle: wrapped(captionOf(profile, busy), LETTERS_PER_LINE * 1.35),
    },
    width: WIDE,
    height: deepest(rows) * ROW,
    data: { values },
    layer: [
      {
        mark: { type: 'rect' as const, stroke: 'white', strokeWidth: 1 },
        encoding: {
          x: { ...across, field: 'from', axis },
          x2: { field: 'to' },
          y: { ...down, field: 'depth' },
          y2: { field: 'below' },
          color: { field: 'kind', type: 'nominal' as const, title: null, scale, legend: { symbolType: 'square' } },
          description: { field: 'words' },
        },
      },
      {
        transform: [{ filter: "datum.label !== ''" }],
        mark: {
          ...{ type: 'text' as const, align: 'left' as const, aria: false },
          ...{ fontSize: LETTERS, xOffset: AROUND / 2, yOffset: ROW / 2 },
        },
        encoding: {
          x: { ...across, field: 'from' },
          y: { ...down, field: 'depth' },
          text: { field: 'label' },
          color: { field: 'ink', type: 'nominal' as const, scale: null },
        },
      },
    ],
  };
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const percent = (share: number) => `${Math.round(share * 100)} %`;

function captionOf({ connections, versions, ...profile }: Profile, busy: number): string {
  return (
    `The width is a function's share of the time at work (${percent(busy)} of all); below it is what it called, with chains ` +
    `inside Node or one library drawn as one. ` +
    `One process with V8's profiler on, ${connections} connections, everything on one machine: ` +
    `${originOf(profile)}. ${programsInWords(versions)}.`
  );
}

type Row = {
  readonly whose: Whose;
  /** All of it, for who cannot see it. */
  readonly words: string;
  /** What of it fits; empty when nothing does. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly below: number;
};

const deepest = (rows: readonly Row[]) => Math.max(1, ...rows.map(({ below }) => below));

/** Side by side from the left, the callee within its caller; what stays free at the right was spent in the caller itself. */
function laidOut(calls: readonly Call[], left = 0, depth = 0): Row[] {
  const rows: Row[] = [];
  let from = left;
  for (const call of calls) {
    const to = from + call.share;
    const words = `${call.name} ${call.file}, ${(call.share * 100).toFixed(1)} %`;
    rows.push({ whose: call.whose, words, label: labelOf(call), from, to, depth, below: depth + 1 });
    rows.push(...laidOut(call.calls, from, depth + 1));
    from = to;
  }
  return rows;
}

/** The most telling name that fits, or the beginning of the shortest. */
function labelOf({ name, file, whose, share }: Call): string {
  const room = Math.floor((share * WIDE - AROUND) / LETTER_WIDTH);
  const place = placeOf(file, whose);
  const ways = name === '(anonymous)' ? [place] : [`${name} · ${place}`, name];
  // Of our own there may be many in one file.
  if (name === '(anonymous)' && whose === 'ours') ways.unshift(file.replace(/^.*\//, ''));
  if (file === '') ways.shift();
  const whole = ways.find((way) => way.length <= room);
  if (whole !== undefined) return whole;
  return room < FEWEST_LETTERS ? '' : `${ways.at(-1)?.slice(0, room - 1)}…`;
}

/** The package of a library, otherwise the file without its folders. */
function placeOf(file: string, whose: Whose): string {
  const pattern = whose === 'library' ? /^((?:@[^/]+\/)?[^/:]+)/ : /([^/:]+)(?::\d+)?$/;
  return pattern.exec(file)?.[1] ?? file;
}
