import { ALL_ERRORS, type AnyErrorCode, DeskProblem } from '@salon/contracts/desk/errors';
import { ERRORS, Problem } from '@salon/contracts/errors';

/** Declares the failures of a route by their codes, as `application/problem+json`. */
export function problems(...codes: AnyErrorCode[]) {
  const every: AnyErrorCode[] = ['invalid_request', 'rate_limited', 'internal', 'overloaded'];
  const schema = codes.every((code) => code in ERRORS) ? Problem : DeskProblem;
  const byStatus = new Map<number, AnyErrorCode[]>();
  for (const code of [...every, ...codes]) {
    const { status } = ALL_ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      { description: list.join(', '), content: { 'application/problem+json': { schema } } },
    ]),
  );
}

/** The same for a route of the desk, with what the gate of members may answer. */
export const deskProblems = (...codes: AnyErrorCode[]) =>
  problems('unauthenticated', 'salon_not_found', 'forbidden', 'origin_refused', 'read_only', ...codes);
