import type { IncomingHttpHeaders } from 'node:http';
import { VISITOR_HEADER } from '@salon/contracts/learning';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The anonymous name of a visitor who consented to be measured: her page sends it with the booking then, and only then. What
 * is no such name is nobody's; no booking is refused for it.
 */
export function consentedVisitor(headers: IncomingHttpHeaders): string | undefined {
  const name = headers[VISITOR_HEADER];
  return typeof name === 'string' && UUID.test(name) ? name : undefined;
}
