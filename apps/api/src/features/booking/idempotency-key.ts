import { AppError } from '../../errors/app-error.ts';

/** The key of a request, from its header or its body. Throws when there is none, or two that differ. */
export function idempotencyKey(
  headers: { 'idempotency-key'?: string | undefined },
  body: { idempotencyKey?: string | undefined },
) {
  const header = headers['idempotency-key'];
  const inBody = body.idempotencyKey;
  if (header !== undefined && inBody !== undefined && header !== inBody) {
    throw new AppError('idempotency_key_mismatch', 'The header Idempotency-Key and idempotencyKey in the body differ.');
  }
  const key = header ?? inBody;
  if (key === undefined) {
    throw new AppError(
      'idempotency_key_required',
      'Send a key of your own making with the booking, as the header Idempotency-Key, and the same one if you try again.',
    );
  }
  return key;
}
