/**
 * Something the person at the keyboard can mend. The message is one sentence that names the cause and what to do;
 * whoever catches it prints that sentence and no stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
