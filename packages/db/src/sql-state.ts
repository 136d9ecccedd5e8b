type Wrapped = {
  code?: unknown;
  cause?: { originalCode?: unknown };
  meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
};

/**
 * SQLSTATE of a database error, however it comes: from pg itself, from a Prisma model (P2039 and
 * the like), from raw SQL through Prisma (P2010), or bare from its driver adapter at COMMIT.
 */
export function sqlState(error: unknown): string | undefined {
  const { code, cause, meta } = (error ?? {}) as Wrapped;
  for (const state of [meta?.driverAdapterError?.cause?.originalCode, cause?.originalCode, code]) {
    // P1… and P2… are Prisma's own codes; SQLSTATE has P0… only.
    if (typeof state === 'string' && /^(?!P[1-9])[0-9A-Z]{5}$/.test(state)) return state;
  }
  return undefined;
}

/** Two transactions stood in each other's way; the same statement again will do. */
export const isConflict = (error: unknown) => ['40001', '40P01'].includes(sqlState(error) ?? '');

/** Our own functions: somebody claimed that time between look and insert (see book_v1). */
export const isAgain = (error: unknown) => sqlState(error) === 'SB001';

/** Waited too long for a lock (55P03) or ran too long (57014). */
export const isTimeout = (error: unknown) => ['55P03', '57014'].includes(sqlState(error) ?? '');

/** The database cannot hold such a value (22), or a rule of its forbids it (23): the same again would be refused again. */
export const isRefusal = (error: unknown) => /^2[23]/.test(sqlState(error) ?? '');

/** The connection is gone, or could not be had: whether the statement was done is not known. */
export function isConnectionLoss(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return state.startsWith('08') || ['57P01', '57P02', '57P03', '53300'].includes(state);
  const { code, message } = error as { code?: string; message?: string };
  // Prisma's own words for: not reachable, timed out, closed, no connection to be had.
  if (/^(P1001|P1002|P1008|P1017|P2024|P2037)$/.test(code ?? '')) return true;
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'].includes(code ?? '') ||
    /^(Connection terminated|Query read timeout|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      message ?? '',
    )
  );
}
