/** What one attempt came to; times in epoch milliseconds. */
export type Outcome = {
  /** When the same was asked for the first time. */
  firstSentAt: number;
  sentAt: number;
  endedAt: number;
  /** Booked, found again, or refused for good. */
  answered: boolean;
};

/** Answers in a row that show that the service is back. */
export const IN_A_ROW = 20;

/**
 * When the service was back after `since`: the end of the 20th attempt in a row, in the order they ended, that was sent
 * after it and answered. Undefined: not yet.
 */
export function backAt(outcomes: readonly Outcome[], since: number): number | undefined {
  let row = 0;
  for (const { sentAt, endedAt, answered } of outcomes) {
    if (sentAt < since) continue;
    row = answered ? row + 1 : 0;
    if (row === IN_A_ROW) return endedAt;
  }
  return undefined;
}

/** The longest that anybody waited for an answer, first attempt to last, in milliseconds. */
export function longestWait(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((longest, { firstSentAt, endedAt }) => Math.max(longest, endedAt - firstSentAt), 0);
}
