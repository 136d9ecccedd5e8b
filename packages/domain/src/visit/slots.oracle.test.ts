import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../time/interval.ts';
import { arrangementsAt } from './arrange.ts';
import type { Arrangement } from './arrangement.ts';
import { coursesOf } from './course.ts';
import { type OracleWay, oracle } from './oracle.fixture.ts';
import { listSlots } from './slots.ts';
import { type World, worlds } from './world.fixture.ts';

describe('the engine agrees with the rules written out minute by minute', () => {
  test.each([
    { items: 1, runs: 250 },
    { items: 2, runs: 250 },
    { items: 3, runs: 150 },
    { items: 4, runs: 40 },
  ])(
    'for baskets of up to $items',
    ({ items, runs }) => {
      fc.assert(
        fc.property(worlds({ items }), (world) => {
          if (refused(world)) return;
          const expected = [...oracle(world)];
          expect(listed(world)).toEqual(
            expected.map(([minute, ways]) => ({
              start: minute,
              best: ways[0] && plain(ways[0], minute),
              staffIds: named(world, ways),
            })),
          );
          // Every tenth start is enough to know that the check of one start lists the same ways in the same order.
          for (const [minute, ways] of expected.filter((_, index) => index % 10 === 0)) {
            expect(arranged(world, minute)).toEqual(ways.map((way) => plain(way, minute)));
          }
        }),
        { numRuns: runs },
      );
    },
    // How large the worlds are is left to chance, and on a machine busy with other things two minutes were not enough.
    600_000,
  );
});

/**
 * One world in many thousands has a basket with more courses than are taken: there is nothing to compare, but that it is
 * refused by both. That a search is given up is no such reason: it counts as wrong here.
 */
function refused({ config, request, taken, from, days, now }: World): boolean {
  if (coursesOf(config, request) !== 'basket_too_complex') return false;
  expect(listSlots(config, request, taken, { from, days, now })).toBe('basket_too_complex');
  expect(arrangementsAt(config, request, taken, now, { now, graceMs: 0 })).toEqual({ kind: 'basket_too_complex' });
  return true;
}

type Plain = {
  readonly staff: readonly string[];
  readonly starts: readonly number[];
  readonly end: number;
  readonly price: number;
};

function listed({ config, request, taken, from, days, now }: World) {
  const answer = listSlots(config, request, taken, { from, days, now });
  if (answer === 'basket_too_complex') throw new Error(answer);
  return answer.flatMap((day) =>
    day.slots.map((slot) => ({ start: slot.startsAt / MINUTE, best: ours(slot.best), staffIds: slot.staffIds })),
  );
}

function arranged({ config, request, taken, now }: World, minute: number): Plain[] {
  const options = { now, graceMs: 0, limit: Number.POSITIVE_INFINITY };
  const answer = arrangementsAt(config, request, taken, minute * MINUTE, options);
  if (answer.kind !== 'arrangements') throw new Error(answer.kind);
  return answer.list.map(ours);
}

function named({ request }: World, ways: readonly OracleWay[]): string[] {
  return request.items.length === 1 ? ways.flatMap((way) => way.staff) : [...(ways[0]?.staff ?? [])];
}

function ours(arrangement: Arrangement): Plain {
  return {
    staff: arrangement.items.map((item) => item.staffId),
    starts: arrangement.items.map((item) => item.startsAt / MINUTE),
    end: arrangement.endsAt / MINUTE,
    price: arrangement.priceCents,
  };
}

function plain(way: OracleWay, at: number): Plain {
  return { staff: way.staff, starts: way.starts.map((start) => start + at), end: way.end + at, price: way.price };
}
