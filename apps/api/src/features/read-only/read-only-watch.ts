import { isOn, type ReadOnlySwitch } from '@salon/db/read-only';
import type { ReadOnlyRepo } from './read-only.repo.ts';
import type { ReadOnly } from './read-only.ts';

/** How often it is looked up, in milliseconds. No request ever asks the database for it. */
const LOOK_EVERY = 1_000;
/** A database that hangs keeps nobody from starting for longer. */
const FIRST_LOOK = 2_000;

type Deps = {
  /** By setting, whatever the database says: for the day it is gone. */
  readonly forced: ReadOnly;
  readonly repo: ReadOnlyRepo;
  readonly clock: () => number;
  readonly warn: (error: Error) => void;
};

export type ReadOnlyWatch = Awaited<ReturnType<typeof watchReadOnly>>;

/**
 * Knows whether nothing may be changed just now: by setting, else as the one row in the database says. It looks each
 * second, and at once when told to; while the database is away, what it knew last holds. Resolves when it has looked.
 */
export async function watchReadOnly({ forced, repo, clock, warn }: Deps) {
  const listeners = new Set<() => void>();
  let found: ReadOnlySwitch | undefined;
  let looking: Promise<void> | undefined;
  let failed = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const state: ReadOnly = {
    get on() {
      return forced.on || isOn(found, clock());
    },
    get until() {
      if (!state.on) return null;
      if (forced.on) return forced.until !== null && Date.parse(forced.until) > clock() ? forced.until : null;
      const until = found?.until ?? null;
      return until !== null && until > clock() ? new Date(until).toISOString() : null;
    },
  };
  let told = said();

  function said(): string {
    return `${state.on} ${state.until}`;
  }

  async function read(): Promise<void> {
    try {
      found = await repo.read();
      failed = false;
    } catch (error) {
      // Once, not each second: who looks into the log has more to read on such a day.
      if (!failed) warn(error as Error);
      failed = true;
    }
    // Also when nothing was read: it may have ended by itself.
    if (said() === told) return;
    told = said();
    for (const listener of listeners) listener();
  }

  function look(): Promise<void> {
    looking ??= read().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  function later(): void {
    if (stopped) return;
    timer = setTimeout(() => void look().then(later), LOOK_EVERY);
    timer.unref();
  }

  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    patience = setTimeout(resolve, FIRST_LOOK);
  });
  await Promise.race([look(), late]).finally(() => clearTimeout(patience));
  later();

  return {
    state,
    /** Looks now: somebody said that it was switched. */
    look: () => void look(),
    /** Is called whenever it begins, ends, or is to end at another time. */
    onChange: (listener: () => void) => void listeners.add(listener),
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
