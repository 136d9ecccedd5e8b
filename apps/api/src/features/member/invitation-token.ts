import { createHash, randomBytes } from 'node:crypto';

/** What stands in the link of an invitation; only its hash is kept. */
export const newInvitationToken = () => randomBytes(24).toString('base64url');

export const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest());
