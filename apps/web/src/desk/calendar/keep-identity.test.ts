import { expect, test } from 'vitest';
import { calendar, cut } from './calendar.fixture.ts';
import { keepIdentity } from './keep-identity.ts';

const again = <T>(value: T): T => structuredClone(value);

test('a visit that comes in first leaves every other object what it was', () => {
  const old = calendar({ visits: [cut('b', '10:00', '10:30'), cut('c', '11:00', '11:30')] });
  const next = again(calendar({ visits: [cut('a', '09:00', '09:30'), ...old.visits] }));
  const kept = keepIdentity(old, next);
  expect(kept.visits[1]).toBe(old.visits[0]);
  expect(kept.visits[2]).toBe(old.visits[1]);
  expect(kept.staff).toBe(old.staff);
  expect(kept.openings).toBe(old.openings);
});

test('what changed is new, and so is its list', () => {
  const old = calendar({ visits: [cut('a', '09:00', '09:30')] });
  const [before] = old.visits;
  const next = again({ ...old, visits: before ? [{ ...before, version: 2 }] : [] });
  const kept = keepIdentity(old, next);
  expect(kept.visits).not.toBe(old.visits);
  expect(kept.visits[0]?.version).toBe(2);
});

test('the same answer again keeps the very lists', () => {
  const old = calendar({ visits: [cut('a', '09:00', '09:30')] });
  expect(keepIdentity(old, again(old)).visits).toBe(old.visits);
});
