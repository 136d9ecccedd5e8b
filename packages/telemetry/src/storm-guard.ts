/** Reports of one process in a minute. With the database away every request fails: the first of them say it all. */
export const MOST = 100;
const MINUTE = 60_000;

/** Says yes so often in a minute, and then no. */
export function stormGuard(now: () => number = () => performance.now(), most = MOST): () => boolean {
  let since = Number.NEGATIVE_INFINITY;
  let told = 0;
  return () => {
    if (now() - since >= MINUTE) {
      since = now();
      told = 0;
    }
    told += 1;
    return told <= most;
  };
}
