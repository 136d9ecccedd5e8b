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
  await streamChanges(stream, hub, 'elbe', { mayHear: async () => true, broken });
  return { stream, faults, change: () => tell(['2026-12-19']) };
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
