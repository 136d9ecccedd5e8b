import { expect, test } from 'vitest';
import { type SalonScope, scopeOfManageToken, scopeOfPublicSalon } from './salon-scope.ts';

test('a scope comes from a salon that was found or a token that was verified, and from nothing else', () => {
  expect(scopeOfPublicSalon({ id: 'a' }).salonId).toBe('a');
  expect(scopeOfManageToken({ salonId: 'b', verified: true }).salonId).toBe('b');

  // The type check fails if one of these lines ever compiles.
  // @ts-expect-error an id alone is no permission
  const made: SalonScope = { salonId: 'c' };
  // @ts-expect-error nor is a token nobody verified
  const guessed = scopeOfManageToken({ salonId: 'd' });
  expect([made, guessed]).toHaveLength(2);
});
