import { expect, test } from 'vitest';
import { plainError } from './plain-error.ts';

const told = (message: string, name = 'PrismaClientKnownRequestError') => {
  const error = Object.assign(new Error(message), { name, code: 'P2010' });
  error.stack = `${name}: ${message}\n    at book (/app/booking.repo.ts:12:3)\n    at async serve (/app/app.ts:1:1)`;
  return plainError(error);
};

test.each([
  [
    'a value of a raw query, in a call over many lines',
    '\nInvalid `prisma.$queryRaw()` invocation:\n\n\nRaw query failed. Code: `22P02`. Message: `invalid input syntax for type uuid: "Wilhelmine"`',
    'Raw query failed. Code: […]. Message: […]',
  ],
  ['a row', 'Failing row contains (Wilhelmine, wilhelmine@ohnesorg.example).', 'Failing row contains […].'],
  [
    'a call and what it was given',
    '\nInvalid invocation:\n{ name: "Wilhelmine" }\nUnique constraint failed on the fields: (`name`)',
    'Unique constraint failed on the fields: […]',
  ],
])('%s is not told, and where it happened is', (_what, said, message) => {
  expect(told(said)).toEqual({
    type: 'PrismaClientKnownRequestError',
    code: 'P2010',
    message,
    stack: '    at book (/app/booking.repo.ts:12:3)\n    at async serve (/app/app.ts:1:1)',
  });
});

test('what the database calls it is told, though Prisma has a number of its own for every raw query', () => {
  const meta = { driverAdapterError: { cause: { originalCode: '57014' } } };
  expect(plainError(Object.assign(new Error('Raw query failed.'), { code: 'P2010', meta }))).toMatchObject({
    code: 'P2010',
    state: '57014',
  });
});

test('what went wrong in our own code is told as it was said', () => {
  const said = "Cannot read properties of undefined (reading 'slots')";
  expect(told(said, 'TypeError').message).toBe(said);
});

test('an error without a stack is an error all the same', () => {
  const error = new Error('late');
  delete error.stack;
  expect(plainError(error).stack).toBe('');
});

test.each([['anna@kunde.example'], [undefined], [null], [{ name: 'Anna' }]])(
  'of what is no error (%o) nothing is told',
  (thrown) => {
    expect(plainError(thrown)).toMatchObject({ type: 'Error', message: 'thrown was no error' });
  },
);
