import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scopeOfPublicSalon } from '../../scope/salon-scope.ts';
import { changeBell } from './change-bell.ts';
import { changesIn } from './change-payload.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const elbe = scopeOfPublicSalon({ id: 'elbe' });
const alster = scopeOfPublicSalon({ id: 'alster' });

function ringing(answer: () => Promise<void> = async () => {}) {
  const told: [string, readonly string[] | 'all'][][] = [];
  const bell = changeBell({
    async query(_text, values) {
      await answer();
      told.push((values[1] as string[]).flatMap(changesIn));
    },
  });
  return { ...bell, told };
}

test('a hundred changes at once are told in one statement, each day once', async () => {
  const { announce, told } = ringing();
  for (let n = 0; n < 100; n++) {
    announce(elbe, ['2026-11-24']);
    announce(alster, ['2026-11-24', '2026-11-25']);
  }
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(40);
  expect(told).toEqual([
    [
      ['elbe', ['2026-11-24']],
      ['alster', ['2026-11-24', '2026-11-25']],
    ],
  ]);
});

test('all days swallow single ones, whichever came first', async () => {
  const { announce, told } = ringing();
  announce(elbe, 'all');
  announce(elbe, ['2026-11-24']);
  announce(alster, ['2026-11-24']);
  announce(alster, 'all');
  await vi.advanceTimersByTimeAsync(40);
  expect(told).toEqual([
    [
      ['elbe', 'all'],
      ['alster', 'all'],
    ],
  ]);
});

test('what could not be told is told later, together with what came since', async () => {
  let away = true;
  const { announce, told } = ringing(async () => {
    if (away) throw new Error('away');
  });
  announce(elbe, ['2026-11-24']);
  await vi.advanceTimersByTimeAsync(40);
  expect(told).toEqual([]);
  away = false;
  announce(elbe, ['2026-11-25']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([[['elbe', ['2026-11-24', '2026-11-25']]]]);
});

test('who stops tells first what still waits', async () => {
  const { announce, told, stop } = ringing();
  announce(elbe, ['2026-11-24']);
  await stop();
  expect(told).toEqual([[['elbe', ['2026-11-24']]]]);
});
