/** What was found of one thing, and what to do about it. */
export type Finding = {
  readonly level: 'ok' | 'warn' | 'wrong';
  readonly what: string;
  readonly says: string;
  readonly todo?: string;
};

export const ok = (what: string, says: string): Finding => ({ level: 'ok', what, says });
export const warn = (what: string, says: string, todo: string): Finding => ({ level: 'warn', what, says, todo });
export const wrong = (what: string, says: string, todo: string): Finding => ({ level: 'wrong', what, says, todo });

/** Of an address that is none: whoever asked there would repeat all of it, its password as well. */
export const unasked = (what: string, name: string): Finding =>
  wrong(what, `not asked: ${name} is no such address`, `Correct ${name}.`);

/** The words of an error, on one line. */
export function wordsOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return (message || code || String(error)).replace(/\s+/g, ' ').trim().slice(0, 200);
}
