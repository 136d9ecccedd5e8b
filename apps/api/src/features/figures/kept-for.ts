/**
 * Asks at most once in so many milliseconds, and never twice at once; in between everybody gets the same answer. A
 * question that fails is answered with undefined, and asked again by the next.
 */
export function keptFor<T>(ms: number, clock: () => number, ask: () => Promise<T | undefined>) {
  let asked: { readonly at: number; readonly answer: Promise<T | undefined> } | undefined;
  return (): Promise<T | undefined> => {
    if (asked === undefined || clock() - asked.at >= ms) {
      const answer = ask().catch(() => {
        asked = undefined;
        return undefined;
      });
      asked = { at: clock(), answer };
    }
    return asked.answer;
  };
}
