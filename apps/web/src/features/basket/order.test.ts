import type { BookedTogether } from '@salon/contracts/booked-together';
import { expect, test } from 'vitest';
import { mostly, moved, putIn } from './order.ts';

const service = (id: string, processing = false) => ({
  id,
  // Brows can be shaped while colour is in the hair; hair can neither be cut nor dried then.
  duringProcessing: id === 'brows',
  phases: processing ? [{ kind: 'processing' as const, minutes: 30 }] : [{ kind: 'work' as const, minutes: 30 }],
});
const SERVICES = [service('colour', true), service('toner', true), service('cut'), service('dry'), service('brows')];
const IDS = SERVICES.map(({ id }) => id);

/** Visits in which services mostly stand in this order. */
function habit(...order: string[]): BookedTogether {
  const services = order.map((serviceId, index) => ({
    serviceId,
    with: order.flatMap((other, at) =>
      at === index
        ? []
        : { serviceId: other, share: 0.4, comes: at < index ? ('before' as const) : ('after' as const) },
    ),
  }));
  return { services };
}

/** Every order of every choice of these. */
function orders(ids: readonly string[]): readonly (readonly string[])[] {
  return [[], ...ids.flatMap((id) => orders(ids.filter((one) => one !== id)).map((rest) => [id, ...rest]))];
}

test.each([
  ['nothing is chosen', [], 'cut', undefined, ['cut']],
  ['nothing is known: as chosen', ['dry'], 'cut', undefined, ['dry', 'cut']],
  ['nothing is known: what develops comes first', ['cut', 'dry'], 'colour', undefined, ['colour', 'cut', 'dry']],
  ['two that develop: as chosen', ['colour', 'cut'], 'toner', undefined, ['colour', 'toner', 'cut']],
  ['brows are done while the colour develops', ['colour', 'cut'], 'brows', undefined, ['colour', 'brows', 'cut']],
  ['so they come before the cut', ['brows', 'cut'], 'colour', undefined, ['colour', 'brows', 'cut']],
  ['without colour: as chosen', ['cut'], 'brows', undefined, ['cut', 'brows']],
  ['visits say between', ['colour', 'dry'], 'cut', habit('colour', 'cut', 'dry'), ['colour', 'cut', 'dry']],
  ['visits say against the rule', ['cut'], 'colour', habit('cut', 'colour'), ['cut', 'colour']],
  ['visits know one of two', ['cut', 'brows'], 'dry', habit('cut', 'dry'), ['cut', 'brows', 'dry']],
  ['what was ordered by hand stays', ['dry', 'colour'], 'cut', habit('colour', 'cut', 'dry'), ['dry', 'colour', 'cut']],
  ['it is in already', ['cut', 'dry'], 'cut', undefined, ['cut', 'dry']],
])('%s', (_case, order, id, together, expected) => {
  expect(putIn(order, id, { services: SERVICES, together })).toEqual(expected);
});

test('nothing that is in moves when another comes in, whatever is known and whoever ordered it', () => {
  for (const together of [undefined, habit('cut', 'colour', 'dry'), habit(...IDS)]) {
    for (const order of orders(IDS)) {
      for (const id of IDS.filter((one) => !order.includes(one))) {
        const now = putIn(order, id, { services: SERVICES, together });
        expect(now.filter((one) => one !== id)).toEqual(order);
        expect(now).toHaveLength(order.length + 1);
      }
    }
  }
});

test('where visits know the order of all, it comes out whichever way they are chosen', () => {
  const by = { services: SERVICES, together: habit(...IDS) };
  for (const chosen of orders(IDS)) {
    const order = chosen.reduce<readonly string[]>((some, id) => putIn(some, id, by), []);
    expect(order).toEqual(IDS.filter((id) => chosen.includes(id)));
  }
});

test('where visits know nothing, what develops stands before the rest, each as chosen', () => {
  const by = { services: SERVICES, together: undefined };
  const develops = (id: string) => id === 'colour' || id === 'toner';
  for (const chosen of orders(IDS.filter((id) => id !== 'brows'))) {
    const order = chosen.reduce<readonly string[]>((some, id) => putIn(some, id, by), []);
    expect(order).toEqual([...chosen.filter(develops), ...chosen.filter((id) => !develops(id))]);
  }
});

test('where visits know nothing, what may be done meanwhile is put in right behind what develops', () => {
  const by = { services: SERVICES, together: undefined };
  for (const chosen of orders(IDS.filter((id) => id !== 'brows'))) {
    const order = chosen.reduce<readonly string[]>((some, id) => putIn(some, id, by), []);
    const develop = order.filter((id) => id === 'colour' || id === 'toner');
    const expected = develop.length === 0 ? [...order, 'brows'] : order.toSpliced(develop.length, 0, 'brows');
    expect(putIn(order, 'brows', by)).toEqual(expected);
  }
});

test('what visits know of two is known from either side', () => {
  const onlyColour = {
    services: [{ serviceId: 'colour', with: [{ serviceId: 'cut', share: 0.5, comes: 'after' as const }] }],
  };
  expect(mostly('cut', 'colour', onlyColour)).toBe('after');
  expect(mostly('colour', 'cut', onlyColour)).toBe('before');
  expect(mostly('dry', 'cut', onlyColour)).toBeUndefined();
});

test('one place to the front or to the back, as far as there is one; and back again', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a'], 'x', 1)).toEqual(['a']);
  for (const order of orders(IDS)) {
    for (const id of order.slice(1)) expect(moved(moved(order, id, -1), id, 1)).toEqual(order);
  }
});
