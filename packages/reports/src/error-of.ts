/**
 * What was thrown, as an error that may be told. Anything can be thrown, also nothing; of what is no error nobody knows whom
 * it is about, so nothing of it is kept.
 */
export const errorOf = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('thrown was no error');
