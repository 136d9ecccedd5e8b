import { z } from 'zod';
import { Id } from '../wire.ts';

/** Where somebody is signed in. */
export const Session = z
  .object({
    id: z.uuid(),
    current: z.boolean().meta({ description: 'The one that asks.' }),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().meta({ description: 'To the day.' }),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
export const SessionsAnswer = z.object({ sessions: z.array(Session) });
export type SessionsAnswer = z.infer<typeof SessionsAnswer>;

export const SessionParams = z.object({ sessionId: Id });
export const SignOutRequest = z.object({
  everywhere: z.boolean().meta({ description: 'False: everywhere else, this session stays.' }),
});
export type SignOutRequest = z.infer<typeof SignOutRequest>;
