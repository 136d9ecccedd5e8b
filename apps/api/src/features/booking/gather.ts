import { OverloadedError } from '@salon/db/write-statement';

/**
 * Statements of one process at work before further calls are gathered. Several share the processors and end together:
 * a hundred customers who came as a crowd all wait for the last of them, are answered as a crowd and come again as one.
 * One after the other, the first is answered while the last waits, and the crowd is spread out.
 */
const AT_ONCE = 1;
/** Calls in one statement at most, and what they may weigh together. */
const LARGEST = 32;
const HEAVIEST = 200;
/** Calls that may wait before the next one is turned away. */
const QUEUE_LIMIT = 2_000;
/** How long a call may wait here, in milliseconds. */
const PATIENCE = 5_000;
/** What takes longer is held up by somebody, and those behind it go on: one call, or several, in milliseconds. */
const HELD_UP = { alone: 30, together: 1_000 };

type Waiting<Call, Decision> = {
  readonly call: Call;
  readonly since: number;
  readonly resolve: (decision: Decision | Promise<Decision>) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Gathers calls that come while the database is at work, and sends them together. A call that
 * finds nobody at work goes at once, by itself: nothing is ever delayed for company.
 *
 * `together` answers by place; what it leaves out, and all of it when it fails, goes `alone`.
 * Rejects with OverloadedError when too many wait, or one waits too long.
 */
export function gather<Call, Decision>(how: {
  readonly together: (calls: readonly Call[]) => Promise<ReadonlyMap<number, Decision>>;
  readonly alone: (call: Call) => Promise<Decision>;
  /** The work a call brings; the others in its statement wait for it. */
  readonly weight: (call: Call) => number;
}) {
  const waiting: Waiting<Call, Decision>[] = [];
  let atWork = 0;

  function pump() {
    while (waiting.length > 0 && atWork < AT_ONCE) {
      atWork += 1;
      void run(take()).finally(() => {
        atWork -= 1;
        pump();
      });
    }
  }

  function take() {
    let count = 0;
    let weight = 0;
    for (const { call } of waiting) {
      weight += how.weight(call);
      if (count === LARGEST || (count > 0 && weight > HEAVIEST)) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function run(taken: readonly Waiting<Call, Decision>[]): Promise<void> {
    const late = performance.now() - PATIENCE;
    const [first, ...others] = taken.filter((one) => {
      if (one.since < late) one.reject(new OverloadedError('queue'));
      return one.since >= late;
    });
    if (first === undefined) return;
    if (others.length === 0) await untilHeldUp(goAlone(first), HELD_UP.alone);
    else await untilHeldUp(goTogether([first, ...others]), HELD_UP.together);
  }

  async function goTogether(taken: readonly Waiting<Call, Decision>[]): Promise<void> {
    const decided = await how.together(taken.map(({ call }) => call)).catch(() => undefined);
    for (const [place, one] of taken.entries()) {
      const decision = decided?.get(place);
      if (decision === undefined) void goAlone(one);
      else one.resolve(decision);
    }
  }

  function goAlone({ call, resolve }: Waiting<Call, Decision>): Promise<unknown> {
    const decision = how.alone(call);
    resolve(decision);
    return decision.catch(() => {}); // told to whoever waits for it
  }

  return (call: Call): Promise<Decision> => {
    if (waiting.length >= QUEUE_LIMIT) return Promise.reject(new OverloadedError('queue'));
    return new Promise((resolve, reject) => {
      waiting.push({ call, since: performance.now(), resolve, reject });
      pump();
    });
  };
}

function untilHeldUp(done: Promise<unknown>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    void done.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
