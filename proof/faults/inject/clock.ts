import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Inject } from './fault.ts';

/** Debian's package libfaketime, and where others put it. */
const LIBRARY = '{/usr/lib,/usr/lib/*,/usr/local/lib}/faketime/libfaketime.so.1';
/** Clock changes in the salons' zone: forward, and the double hour of the autumn before. */
const CHANGES = ['2027-03-28T01:00:00Z', '2026-10-25T01:00:00Z'];
/** The clock jumps to this long before a change and then runs across it. */
const BEFORE_MS = 1_500;

/** A clock of the API's processes that can be moved while they run. */
export type MovableClock = {
  /** For the environment of the API. */
  env: Record<string, string>;
  /** Lets the clock show this much more than the machine's: milliseconds, also negative. */
  moveBy(ms: number): void;
  remove(): void;
};

/** Undefined where libfaketime is not installed. */
export function movableClock(): MovableClock | undefined {
  const library = globSync(LIBRARY).find((file) => existsSync(file));
  if (library === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'salon-clock-'));
  const file = join(folder, 'offset');
  // Written over in place and always equally long: a process may read it at any moment.
  const moveBy = (ms: number) => {
    const offset = `${ms < 0 ? '-' : '+'}${(Math.abs(ms) / 1_000).toFixed(3).padStart(14, '0')}\n`;
    writeFileSync(file, offset, { flag: existsSync(file) ? 'r+' : 'w' });
  };
  moveBy(0);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    moveBy,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export const moveClock: Inject = async ({ clock, stack, ending }, { lasts, pick }) => {
  if (clock === undefined) throw new Error('libfaketime is not installed.');
  const change = CHANGES[Math.floor(pick * CHANGES.length)] ?? '';
  clock.moveBy(Date.parse(change) - BEFORE_MS - Date.now());
  try {
    await sleep(lasts, undefined, { signal: ending });
    const shown = await apiClock(stack.baseUrl);
    if (Math.abs(shown - Date.parse(change)) > 60_000)
      throw new Error(`The clock of the API did not move: it shows ${new Date(shown).toISOString()}.`);
  } finally {
    clock.moveBy(0);
  }
  return `the API's clock ran across ${change} and came back`;
};

/** Each answer of the API says what its clock shows. */
async function apiClock(baseUrl: string): Promise<number> {
  const { headers, body } = await fetch(`${baseUrl}/api/system/live`);
  await body?.cancel();
  return Date.parse(headers.get('date') ?? '');
}
