import { ERRORS, type ErrorCode, Problem } from '@salon/contracts/errors';

/** Declares the failures of a route by their codes, as `application/problem+json`. */
export function problems(...codes: ErrorCode[]) {
  const every: ErrorCode[] = ['invalid_request', 'rate_limited', 'internal', 'overloaded'];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...every, ...codes]) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      { description: list.join(', '), content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}
