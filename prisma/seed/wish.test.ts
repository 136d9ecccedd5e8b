import { expect, test } from 'vitest';
import { parseWish } from './wish.ts';

test.each([
  [['--demo'], { demo: { date: undefined }, loadSalons: 0 }],
  [['--demo', '--date', '2026-11-25'], { demo: { date: '2026-11-25' }, loadSalons: 0 }],
  [['--load-salons', '200'], { demo: undefined, loadSalons: 200 }],
  [['--load-salons=1000', '--demo'], { demo: { date: undefined }, loadSalons: 1000 }],
])('%j is understood', (args, wish) => {
  expect(parseWish(args)).toEqual(wish);
});

test.each([
  [[]],
  [['demo']],
  [['--demo', 'now']],
  [['--seed']],
  [['--demo', '--date']],
  [['--demo', '--date', '2026-02-30']],
  [['--date', '2026-11-25', '--load-salons', '3']],
  [['--load-salons']],
  [['--load-salons', '0']],
  [['--load-salons', '1e3']],
  [['--load-salons', '-5']],
])('%j is answered with the usage', (args) => {
  expect(() => parseWish(args)).toThrow(
    /^[^\n]+ Usage: npm run db:seed -- --demo \[--date YYYY-MM-DD\] \| --load-salons N$/,
  );
});
