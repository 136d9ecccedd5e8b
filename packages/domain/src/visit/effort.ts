/**
 * How much one search may still look at, in choices: what keeps a hostile basket from keeping everybody waiting. At or below
 * nought it is over: what was found stands, but there may be more.
 */
export type Effort = { left: number };

/** About a tenth of a second, in which nobody else is served; `npm run bench -- slots` shows what it is enough for. */
export const mostEffort = (): Effort => ({ left: 200_000 });
