/**
 * How much one search may still look at, in choices: what keeps a hostile basket from keeping everybody waiting. At or below
 * nought it is over: what was found stands, but there may be more.
 */
export type Effort = { left: number };

const MOST = 200_000;
/** What it took to make a course, by the same measure. */
const MADE = 5;

/**
 * What is left once so many courses are made: about a tenth of a second in all, in which nobody else is served;
 * `npm run bench -- slots` shows what it is enough for.
 */
export const effortAfter = (courses: number): Effort => ({ left: MOST - MADE * courses });
