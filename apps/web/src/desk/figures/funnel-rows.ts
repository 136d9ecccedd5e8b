import type { FunnelAnswer } from '@salon/contracts/funnel';

type Count = FunnelAnswer['steps'][number];
type Step = Count['step'];

export type FunnelRow = Count & {
  /** Of those who opened the page, from 0 to 1; null where there are more than that: visits booked past the page, or before it counted. */
  readonly share: number | null;
  /** How many fewer than at the step before; null at the first, and where there are more. */
  readonly lost: number | null;
};

/** The steps with what was lost at each. */
export function funnelRows(steps: readonly Count[]): readonly FunnelRow[] {
  const opened = steps[0]?.count ?? 0;
  return steps.map(({ step, count }, place) => {
    const before = steps[place - 1]?.count;
    return {
      ...{ step, count },
      share: count > opened ? null : count / Math.max(1, opened),
      lost: before === undefined || count > before ? null : before - count,
    };
  });
}

/** Where most turn back: the step they did not reach, and of how many. Undefined where nobody was lost. */
export function mostLost(
  rows: readonly FunnelRow[],
): { readonly step: Step; readonly lost: number; readonly of: number } | undefined {
  let most: { step: Step; lost: number; of: number } | undefined;
  for (const [place, { step, lost }] of rows.entries()) {
    if (lost !== null && lost > (most?.lost ?? 0)) most = { step, lost, of: rows[place - 1]?.count ?? 0 };
  }
  return most;
}
