import { COLOURS, INK, WIDTH } from './style.ts';

/** A bar with its words above it, so that they may be long; `from`–`to` is the spread of several rounds. */
export type Bar = {
  readonly words: string;
  /** Null: there is no value, which the note says. */
  readonly value: number | null;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Stands behind the bar. */
  readonly note: string;
  readonly colour: string;
};

const ROW = 54;

/** Bars below one another, the first on top, with the unit under them; a panel of a picture. */
export function bars(rows: readonly Bar[], unit: string, largest: number) {
  const values = rows.map((row, at) => ({ ...row, at, end: Math.max(row.to ?? 0, row.value ?? 0) }));
  const band = { field: 'at', type: 'ordinal' as const, axis: null, scale: { paddingInner: 0.55, paddingOuter: 0.3 } };
  // A third of the width is for the notes behind the bars.
  const scale = { domain: [0, largest * 1.4], nice: false };
  const x = { type: 'quantitative' as const, scale, title: unit, axis: { tickCount: 5 } };
  const ink = { value: INK };
  return {
    width: WIDTH,
    height: rows.length * ROW,
    data: { values },
    encoding: { y: band },
    layer: [
      {
        mark: { type: 'bar' as const, yOffset: 9, y2Offset: 9 },
        encoding: { x: { ...x, field: 'value' }, color: { field: 'colour', type: 'nominal' as const, scale: null } },
      },
      {
        mark: { type: 'rule' as const, strokeWidth: 2.5, yOffset: 9 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, color: ink },
      },
      {
        mark: { type: 'text' as const, align: 'left' as const, yOffset: -14 },
        encoding: { x: { ...x, datum: 0 }, text: { field: 'words' } },
      },
      {
        mark: { type: 'text' as const, align: 'left' as const, yOffset: 9, xOffset: 8, fontWeight: 600 as const },
        encoding: { x: { ...x, field: 'end' }, text: { field: 'note' } },
      },
    ],
  };
}

/** The colour of a bar that is ours, of one to compare with, and of one that failed. */
export const BAR_COLOURS = { ours: COLOURS.main, other: COLOURS.pale, bad: COLOURS.bad };
