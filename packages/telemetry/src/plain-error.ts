import { sqlState } from '@salon/db/sql-state';
import { errorOf } from '@salon/reports/error-of';
import { plainText } from '@salon/reports/plain-text';

/** Where in the code: a line of a stack, in which nothing is quoted. */
const FRAME = /^\s+at /;

/**
 * What was thrown, as a log may tell it: its type, its code, its SQLSTATE if a database threw it, what it said as far as that
 * is about nobody, and where. Of `stack` only frames are kept: above them engines repeat the message, of which a database
 * quotes what it was given.
 */
export function plainError(thrown: unknown) {
  const error: Error & { readonly code?: unknown } = errorOf(thrown);
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  // Prisma begins with an empty line, and a call with all it was given; what the database said comes last.
  const said = error.message.split('\n').findLast((line) => line.trim() !== '') ?? '';
  return {
    type: error.name,
    code: error.code,
    state: sqlState(error),
    message: plainText(said, error.name),
    stack: frames.join('\n'),
  };
}
