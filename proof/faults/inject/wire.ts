import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world.ts';
import type { Inject } from './fault.ts';

const SLOW = { latency: 330, jitter: 100 };

/** Connections break, and new ones are refused. */
export const cutWire: Inject = async ({ wire, ending }, { lasts }) => {
  const { listen, upstream } = wire;
  await wire.update({ enabled: false, listen, upstream });
  try {
    await sleep(lasts, undefined, { signal: ending });
  } finally {
    await wire.update({ enabled: true, listen, upstream });
  }
  return `wire cut for ${lasts / 1_000} s`;
};

export const slowWire: Inject = async (world, { lasts }) => {
  await withToxics(world, [{ type: 'latency', stream: 'downstream', attributes: SLOW }], lasts);
  return `${SLOW.latency} ± ${SLOW.jitter} ms more on the wire for ${lasts / 1_000} s`;
};

/** A firewall that forgot the connections: nothing comes through either way, and nobody is told. */
export const silenceWire: Inject = async (world, { lasts }) => {
  const attributes = { timeout: 0 };
  await withToxics(
    world,
    [
      { type: 'timeout', stream: 'downstream', attributes },
      { type: 'timeout', stream: 'upstream', attributes },
    ],
    lasts,
  );
  return `wire silent for ${lasts / 1_000} s`;
};

type Disturbance = { type: 'latency' | 'timeout'; stream: 'upstream' | 'downstream'; attributes: object };

async function withToxics({ wire, ending }: World, disturbances: readonly Disturbance[], lasts: number) {
  const toxics = [];
  try {
    for (const one of disturbances) {
      toxics.push(await wire.addToxic({ ...one, name: `${one.type} ${one.stream}`, toxicity: 1 }));
    }
    await sleep(lasts, undefined, { signal: ending });
  } finally {
    for (const toxic of toxics) await toxic.remove();
  }
}
