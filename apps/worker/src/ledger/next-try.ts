const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Soon at first, since most trouble passes; then every half hour, since the rest takes somebody to mend it. */
const PAUSES = [10 * SECOND, 30 * SECOND, 90 * SECOND, 5 * MINUTE, 15 * MINUTE];
const LONG_PAUSE = 30 * MINUTE;
/** How long a mail is tried. */
const GIVE_UP = 24 * 60 * MINUTE;
/** By how much a pause is shorter at most, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Pauses that fit into that time, the last one being followed by the last try. */
const AGAIN = PAUSES.length + Math.floor((GIVE_UP - PAUSES.reduce((sum, pause) => sum + pause)) / LONG_PAUSE);

/** Times a mail is tried at most. */
export const MOST_TRIES = AGAIN + 1;

/**
 * The pause (milliseconds) after the `tries`-th try has failed, from 1; undefined when a day of trying has been enough.
 * `random` is in [0, 1).
 */
export function pauseAfter(tries: number, random: number): number | undefined {
  if (tries > AGAIN) return undefined;
  return Math.round((PAUSES[tries - 1] ?? LONG_PAUSE) * (1 - JITTER * random));
}
