import { cpus } from 'node:os';
import type { BaseState } from './base-state.ts';
import { runK6 } from './k6.ts';
import type { Scene } from './scene.ts';
import { busySeconds, cpuSeconds, cpuSecondsOfEndedChildren, cpuSecondsOfFamily } from './usage.ts';
import type { Clients } from './ways.ts';

const RATE = 100;

/** What a hundred bookings a second take of the machine; shares are of all its cores together, from 0 to 1. */
export type Light = {
  readonly perSecond: number;
  readonly failed: number;
  readonly p95: number;
  readonly share: {
    readonly machine: number;
    readonly postgres: number;
    readonly api: number;
    readonly client: number;
  };
};

/** A hundred bookings a second, whatever the answers take, on two API processes. */
export async function lightLoad(scene: Scene, base: BaseState, clients: Clients, seconds: number): Promise<Light> {
  const { two, stack } = scene;
  await base.restore();
  const look = () => ({
    machine: busySeconds(),
    postgres: cpuSecondsOfFamily(stack.postmasterPid()),
    api: cpuSeconds(two.pids()),
    client: cpuSecondsOfEndedChildren(),
  });
  const before = look();
  const began = performance.now();
  const { requests, k6 } = clients;
  const figures = await runK6(k6, {
    ...{ baseUrl: two.baseUrl, connections: RATE, seconds, requests, first: base.bookings, rate: RATE },
  });
  const available = ((performance.now() - began) / 1000) * cpus().length;
  const after = look();
  const share = (part: keyof typeof before) => (after[part] - before[part]) / available;
  return {
    perSecond: figures.booked / figures.seconds,
    failed: figures.failed,
    p95: figures.p95,
    share: { machine: share('machine'), postgres: share('postgres'), api: share('api'), client: share('client') },
  };
}
