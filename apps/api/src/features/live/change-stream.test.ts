import { expect, test } from 'vitest';
import type { ChangeHub, OnChange } from './change-hub.ts';
import { streamChanges } from './change-stream.ts';

/** A calendar that is told things, and a hub that has only it. */
async function listening({ takes }: { takes: (event: string) => void }) {
  const faults: unknown[] = [];
  let tell: OnChange = () => undefined;
  let leave = () => {};
  const stream = {
    isConnected: true,
    send: async (message: unknown) => takes((message as { event: string }).event),
    close() {
      stream.isConnected = false;
      leave();
    },
    onClose: (ended: () => void) => {
      leave = ended;
    },
  };
  const hub = {
    subscribe: (_salon: string, onChange: OnChange) => {
      tell = onChange;
      return () => undefined;
    },
  } as unknown as ChangeHub;
  const broken = (error: unknown) => void faults.push(error);
  const notices = new Set<() => void>();
  await streamChanges(stream, hub, 'elbe', { mayHear: async () => true, broken, notices });
  const system = () => {
    for (const notice of notices) notice();
  };
  return { stream, faults, change: () => tell(['2026-12-19']), system };
}

test('a stream that breaks while she listens is closed, so that she asks anew, and told of once', async () => {
  const fault = new Error('a day that cannot be told');
  const { stream, faults, change } = await listening({
    takes: (event) => {
      if (event === 'change') throw fault;
    },
  });
  change();
  await expect.poll(() => stream.isConnected).toBe(false);
  change();
  expect(faults).toEqual([fault]);
});

test('a stream that breaks at being told how the product stands is closed and told of as well', async () => {
  const fault = new Error('a notice that cannot be told');
  const { stream, faults, system } = await listening({
    takes: (event) => {
      if (event === 'system') throw fault;
    },
  });
  system();
  await expect.poll(() => stream.isConnected).toBe(false);
  system();
  expect(faults).toEqual([fault]);
});

test('whoever has gone in the middle of what she was told is no fault', async () => {
  const { stream, faults, change } = await listening({
    takes: (event) => {
      if (event !== 'change') return;
      stream.isConnected = false;
      throw new Error('write after end');
    },
  });
  change();
  await new Promise(setImmediate);
  expect(faults).toEqual([]);
});
