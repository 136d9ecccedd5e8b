import type { Proxy as Wire } from 'toxiproxy-node-client';
import { type Stack, startStack } from '../stack/stack.ts';
import { undoStack } from '../stack/undo-stack.ts';
import { startToxiproxy } from '../tools/toxiproxy.ts';
import { type Burst, startBurst } from './clients/burst.ts';
import { type MovableClock, movableClock } from './inject/clock.ts';

export const APIS = 2;
const SALONS = 40;
const CUSTOMERS = 64;

/** What a fault works on: the product at work, its customers, and the ways to disturb it. */
export type World = {
  stack: Stack;
  /** Between API and database. */
  wire: Wire;
  burst: Burst;
  /** Of the API processes; undefined where libfaketime is missing. */
  clock: MovableClock | undefined;
  /** Aborted when the whole run is to end: a fault then undoes itself at once. */
  ending: AbortSignal;
};

/**
 * Starts everything and lets the customers in; `close` ends it all, at once and in order. Nothing is left running when
 * it throws: StartError where a tool is missing, and the signal's reason when it was to end meanwhile.
 */
export async function openWorld(options: {
  seed: string;
  log: string;
  ending: AbortSignal;
}): Promise<{ world: World; close(): Promise<void> }> {
  const { seed, log, ending } = options;
  const undo = undoStack();
  try {
    const clock = movableClock();
    if (clock) undo.add(clock.remove);
    const toxiproxy = await startToxiproxy();
    undo.add(toxiproxy.stop);
    const wired = Promise.withResolvers<Wire>();
    const stack = await startStack({
      apis: APIS,
      salons: SALONS,
      env: clock?.env ?? {},
      async wire(databasePort) {
        const { wire, port } = await toxiproxy.wireTo(databasePort);
        wired.resolve(wire);
        return port;
      },
    });
    undo.add(stack.stop);
    ending.throwIfAborted();
    const burst = startBurst({ baseUrl: stack.baseUrl, salons: SALONS, customers: CUSTOMERS, seed, log });
    undo.add(burst.abandon);
    ending.addEventListener('abort', () => void burst.abandon());
    return { world: { stack, wire: await wired.promise, burst, clock, ending }, close: undo.undo };
  } catch (error) {
    await undo.undo();
    throw error;
  }
}
