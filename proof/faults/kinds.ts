/** Every kind of fault: what it is, in words, and how long it lasts (milliseconds; none: it is over as it happens). */
export const KINDS = {
  'api-killed': { words: 'an API process is killed', lasts: [0, 0] },
  'answers-lost': { words: 'all API processes are killed between commit and answer', lasts: [0, 0] },
  'api-frozen': { words: 'an API process is frozen for longer than its locks wait', lasts: [2_300, 3_000] },
  'api-frozen-long': { words: 'an API process is frozen for five seconds', lasts: [5_000, 5_500] },
  'backend-killed': { words: 'one connection of PostgreSQL is killed', lasts: [0, 0] },
  'postmaster-killed': { words: 'PostgreSQL is killed', lasts: [0, 0] },
  'database-restarted': { words: 'PostgreSQL is restarted in order', lasts: [0, 0] },
  'wire-cut': { words: 'the wire to the database is cut', lasts: [2_000, 3_500] },
  'wire-slow': { words: 'each answer of the database takes a third of a second more', lasts: [3_000, 4_500] },
  'wire-silent': { words: 'the wire to the database swallows everything', lasts: [3_000, 4_500] },
  'salons-locked': { words: 'somebody else holds the locks of every salon', lasts: [2_500, 4_000] },
  'connections-taken': { words: 'PostgreSQL has no connection left for the API', lasts: [2_000, 4_000] },
  'clock-moved': { words: "the API's clock jumps to a clock change and runs across it", lasts: [3_000, 4_500] },
} as const satisfies Record<string, { words: string; lasts: readonly [number, number] }>;

export type Kind = keyof typeof KINDS;

export const ALL_KINDS = Object.keys(KINDS) as Kind[];
