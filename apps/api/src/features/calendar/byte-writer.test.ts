import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteWriter } from './byte-writer.ts';

test('whatever is added comes out, however little was expected', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 500 }), (added, expected) => {
      const writer = byteWriter(expected);
      for (const text of added) writer.add(text);
      expect(writer.written().toString()).toBe(added.join(''));
    }),
    { numRuns: 40 },
  );
});
