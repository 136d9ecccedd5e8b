/** Shorter words are too much like one another. */
const SLIPS_BY_LENGTH = [0, 0, 0, 0, 1, 1, 2] as const;

/**
 * How many slips lie between what was typed and what somebody is called, each typed word against the nearest of hers or
 * its beginning; undefined where one is like none. Both are words as they sound.
 */
export function slipsBetween(sought: string, called: string): number | undefined {
  const words = called.trim().split(/ +/);
  let sum = 0;
  for (const typed of sought.trim().split(/ +/)) {
    const allowed = SLIPS_BY_LENGTH[Math.min(typed.length, SLIPS_BY_LENGTH.length - 1)] ?? 0;
    let least = allowed + 1;
    for (const word of words) {
      // What is much shorter lacks letters as well.
      if (word.length + least > typed.length) least = Math.min(least, slips(typed, word, least));
    }
    if (least > allowed) return undefined;
    sum += least;
  }
  return sum;
}

/**
 * Letters too many, too few, wrong or swapped with the next between what was typed and a word or its beginning; `enough`
 * where there are as many or more.
 */
function slips(typed: string, word: string, enough: number): number {
  const width = Math.min(word.length, typed.length + enough);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row++) {
    const next = [row];
    let best = row;
    for (let at = 1; at <= width; at++) {
      const same = typed[row - 1] === word[at - 1];
      let cost = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]) {
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      }
      next.push(cost);
      best = Math.min(best, cost);
    }
    if (best >= enough) return enough;
    before = last;
    last = next;
  }
  return Math.min(...last, enough);
}
