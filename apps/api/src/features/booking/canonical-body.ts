import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { emailKey } from './email-key.ts';

/** What a key is bound to: the operation, the booking it changes if any, and the body as parsed. */
type Operation =
  | { readonly operation: 'book'; readonly body: { readonly customer: { readonly email: string } } }
  | { readonly operation: 'reschedule'; readonly bookingId: string; readonly body: object };

/**
 * SHA-256 of the canonical request (RFC 8785, JSON Canonicalization Scheme): keys sorted, e-mail
 * normalised, without the key itself, no defaults filled in.
 */
export function requestHash(request: Operation): Buffer {
  const { idempotencyKey: _, ...body } = request.body as Record<string, unknown>;
  const canonical =
    request.operation === 'book'
      ? { ...body, customer: { ...request.body.customer, email: emailKey(request.body.customer.email) } }
      : body;
  const target = request.operation === 'book' ? {} : { bookingId: request.bookingId };
  return hash('sha256', canonicalize({ operation: request.operation, ...target, body: canonical }) ?? '', 'buffer');
}
