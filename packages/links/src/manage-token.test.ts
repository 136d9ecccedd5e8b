import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manageTokens } from './manage-token.ts';

const tokens = manageTokens(['first-secret', 'second-secret']);
const anyToken = fc.record({ salonId: fc.uuid(), bookingId: fc.uuid(), version: fc.nat({ max: 2 ** 31 }) });

test('a token opens to what it was made from, and is one segment of a path', () => {
  fc.assert(
    fc.property(anyToken, ({ salonId, bookingId, version }) => {
      const token = tokens.sign(salonId, bookingId, version);
      expect(token).toMatch(/^[\w-]{70}$/);
      expect(tokens.verify(token)).toEqual({ salonId, bookingId, tokenVersion: version, verified: true });
    }),
  );
});

test('with any bit turned, cut short or made longer it opens nothing', () => {
  fc.assert(
    fc.property(anyToken, fc.nat({ max: 52 * 8 - 1 }), ({ salonId, bookingId, version }, bit) => {
      const token = tokens.sign(salonId, bookingId, version);
      const bytes = Buffer.from(token, 'base64url');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(tokens.verify(bytes.toString('base64url'))).toBeUndefined();
      expect(tokens.verify(token.slice(0, -1))).toBeUndefined();
      expect(tokens.verify(`${token}A`)).toBeUndefined();
      expect(tokens.verify(`${token}=`)).toBeUndefined();
    }),
  );
});

test('the first secret signs, every secret verifies, a retired one no more', () => {
  const id = '019acd5e-0000-7000-8000-000000000000';
  const old = manageTokens(['old']).sign(id, id, 1);
  expect(manageTokens(['new', 'old']).verify(old)).toBeDefined();
  expect(manageTokens(['new']).verify(old)).toBeUndefined();
  expect(manageTokens(['new', 'old']).sign(id, id, 1)).toBe(manageTokens(['new']).sign(id, id, 1));
});
