import type { FastifyRequest } from 'fastify';
import { idempotencyKey } from '../booking/idempotency-key.ts';
import type { ChangeRequest } from './desk-change.service.ts';

type Keyed = FastifyRequest<{ Headers: { 'idempotency-key'?: string | undefined } }>;

/** A change as its request asks for it. Throws `idempotency_key_required`. */
export function changeRequest(request: Keyed, target: string, operation: string): ChangeRequest {
  const key = idempotencyKey(request.headers, {});
  const body = (request.body ?? {}) as object;
  return { member: request.member, target, operation, body, key, requestId: request.id };
}
