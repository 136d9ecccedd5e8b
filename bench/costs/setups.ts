/** The API served with one thing changed. */
export type Setup = {
  readonly name: string;
  readonly processes: number;
  /** Connections to the database that a process opens at most. */
  readonly pool: number;
  /** Laid over the environment the rest of the proof has. */
  readonly env: Readonly<Record<string, string>>;
  /** What somebody else does with it while people book, until told to stop. */
  readonly beside?: (baseUrl: string, signal: AbortSignal) => Promise<void>;
};

/** What every other setup is compared with: what the rest of the proof is measured with. */
export const AS_SERVED: Setup = { name: 'as it is', processes: 2, pool: 20, env: { LOG_LEVEL: 'warn' } };

/** All setups, that of nothing changed first. */
export const SETUPS: readonly [Setup, ...Setup[]] = [
  AS_SERVED,
  { ...AS_SERVED, name: 'pool of 5 connections', pool: 5 },
  { ...AS_SERVED, name: 'pool of 40 connections', pool: 40 },
  { ...AS_SERVED, name: 'each request logged (LOG_LEVEL=info)', env: { LOG_LEVEL: 'info' } },
  { ...AS_SERVED, name: 'one API process', processes: 1 },
  { ...AS_SERVED, name: 'three API processes', processes: 3 },
];
