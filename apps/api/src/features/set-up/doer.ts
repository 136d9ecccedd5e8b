import type { FastifyRequest } from 'fastify';
import type { MemberScope } from '../../scope/salon-scope.ts';

/** Who changes something at the desk, when, and in which request. */
export type Doer = {
  readonly member: MemberScope;
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** The doer of a request that passed the gate of members. */
export function doerOf(request: FastifyRequest, clock: () => number): Doer {
  return { member: request.member, requestId: request.id, now: clock() };
}
