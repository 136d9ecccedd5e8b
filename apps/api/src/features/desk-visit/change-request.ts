import type { FastifyReply, FastifyRequest } from 'fastify';
import { idempotencyKey } from '../booking/idempotency-key.ts';
import type { ChangeRequest, Done } from './desk-change.service.ts';

/** What every write with a key may answer. */
export const KEYED = [
  'idempotency_key_required',
  'idempotency_key_reused',
  'payload_too_large',
  'unsupported_media_type',
] as const;

type Keyed = FastifyRequest<{ Headers: { 'idempotency-key'?: string | undefined } }>;

/** A change as its request asks for it. Throws `idempotency_key_required`. */
export function changeRequest(request: Keyed, target: string, operation: string): ChangeRequest {
  const key = idempotencyKey(request.headers, {});
  const body = (request.body ?? {}) as object;
  return { member: request.member, target, operation, body, key, requestId: request.id };
}

/** Says in the header that this key was answered before. */
export function markReplay(reply: FastifyReply, done: Done): Done {
  if (done.duplicate) reply.header('idempotency-replayed', 'true');
  return done;
}
