import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { MemberScope } from '../../scope/salon-scope.ts';

/** SHA-256 of what a member asks for (RFC 8785): another's request under the same key is another one. */
export function deskHash(request: {
  readonly member: MemberScope;
  readonly target: string;
  readonly operation: string;
  readonly body: object;
}): Buffer {
  const { member, target, operation, body } = request;
  return hash('sha256', canonicalize({ loginId: member.loginId, target, operation, body }) ?? '', 'buffer');
}
