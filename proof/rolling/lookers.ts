import { setTimeout as sleep } from 'node:timers/promises';
import { loadSalon } from '../../prisma/seed/load/load-salon.ts';
import { seededRandom } from '../../prisma/seed/random.ts';

/** Between two looks, in milliseconds, from and to. */
const PAUSE = [500, 1_500] as const;
const PATIENCE_MS = 10_000;

export type Lookers = {
  readonly seen: { asked: number; failed: string[]; longest: number };
  /** Lets every look that is under way come to its end. */
  finish(): Promise<void>;
};

/** People who look at salons and do not book, over connections that are kept; whatever is not 200 is a failure. */
export function startLookers(options: { baseUrl: string; salons: number; people: number; seed: string }): Lookers {
  const { baseUrl, salons, people, seed } = options;
  const leaving = new AbortController();
  const seen = { asked: 0, failed: [] as string[], longest: 0 };

  async function look(path: string): Promise<void> {
    const begin = performance.now();
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(baseUrl + path, { signal });
      await answer.arrayBuffer();
      if (answer.status !== 200) seen.failed.push(`${path}: ${answer.status}`);
    } catch (error) {
      seen.failed.push(`${path}: ${(error as Error).cause ?? error}`);
    }
    seen.asked += 1;
    seen.longest = Math.max(seen.longest, Math.round(performance.now() - begin));
  }

  async function person(number: number): Promise<void> {
    const random = seededRandom(`looker ${seed} ${number}`);
    const rest = () => sleep(PAUSE[0] + random.share() * (PAUSE[1] - PAUSE[0]), undefined, { signal: leaving.signal });
    for (await rest().catch(() => {}); !leaving.signal.aborted; await rest().catch(() => {})) {
      await look(`/api/salons/${loadSalon(1 + Math.floor(random.share() * salons)).salon.slug}`);
    }
  }

  const all = Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  return {
    seen,
    async finish() {
      leaving.abort();
      await all;
    },
  };
}
