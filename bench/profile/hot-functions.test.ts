import { expect, test } from 'vitest';
import { hotFunctions } from './hot-functions.ts';

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 9 });

test('sums the time until the next sample per function, within the window', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(idle)', '') },
      { id: 2, callFrame: frame('book', 'file:///home/me/salon/apps/api/src/booking.ts') },
      { id: 3, callFrame: frame('', 'file:///home/me/salon/node_modules/.pnpm/pg@8/node_modules/pg/lib/client.js') },
    ],
    samples: [1, 2, 3, 2, 1],
    timeDeltas: [0, 10, 20, 30, 40],
    startTime: 1000,
  };
  expect(hotFunctions(profile, 1000, 1100)).toEqual([
    { where: 'book apps/api/src/booking.ts:10', micros: 60 },
    { where: '(anonymous) pg/lib/client.js:10', micros: 30 },
    { where: '(idle)', micros: 10 },
  ]);
  expect(hotFunctions(profile, 1020, 1050)).toEqual([{ where: '(anonymous) pg/lib/client.js:10', micros: 30 }]);
});
