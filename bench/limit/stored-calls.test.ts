import { expect, test } from 'vitest';
import { columnText, statementOfStoredCalls } from './stored-calls.ts';

test('placeholders become columns that are cast as the server would read the values', () => {
  const parameters = [...'abcdefghij'].map((column) => ({ column, type: 'text' }));
  expect(statementOfStoredCalls('select x from\n  book_v1($1, $10, $2)', parameters)).toBe(
    'select w.* from bench_call c cross join lateral (select x from book_v1(cast(c.a as text), cast(c.j as text), cast(c.b as text))) w where c.n = :n;',
  );
  expect(() => statementOfStoredCalls('select $2', parameters.slice(0, 1))).toThrow('no value for $2');
});

test.each([
  [null, null],
  [undefined, null],
  [3, '3'],
  ['{"a":1}', '{"a":1}'],
  [new Date('2026-12-19T13:00:00Z'), '2026-12-19T13:00:00.000Z'],
  [Buffer.from([0, 255]), '\\x00ff'],
  [['a"b', null, 1], '{"a\\"b",null,"1"}'],
  [[Buffer.from([1])], '{"\\\\x01"}'],
])('%o is sent as %o', (value, text) => expect(columnText(value)).toBe(text));
