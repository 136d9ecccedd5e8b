import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMN_END, packedRows, ROW_END, unpacked } from './packed-rows.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((one) => !one.includes(COLUMN_END) && !one.includes(ROW_END)),
  fc.constantFrom('', 'Zeile\neins', '"Zeile"', '\\u0091', '\t', 'Grüße 💇'),
);
const price = fc.option(fc.nat());
const want = fc.tuple(fc.integer(), fc.nat(), fc.nat(), text, text);
const item = fc.tuple(fc.nat(), fc.nat(), fc.nat(), price, text, text, text, text, text);

test('whatever people write comes out as they wrote it', () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(want), fc.array(want), (items, wants, more) => {
      const sent = { visits: [], items: [packedRows(items)], wants: [packedRows(wants), packedRows(more)] };
      const read = unpacked({ ...sent, customers: [], atOnce: [], overlapping: [] });
      expect(read).toEqual({
        visits: [],
        items,
        wants: [...wants, ...more],
        customers: [],
        atOnce: [],
        overlapping: [],
      });
    }),
  );
});
