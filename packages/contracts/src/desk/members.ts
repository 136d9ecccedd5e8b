import { z } from 'zod';
import { Id, line } from '../wire.ts';
import { LoginEmail, NewPassword } from './account.ts';
import { Role } from './rights.ts';

export const MemberParams = z.object({ salonId: Id, memberId: Id });
export const InvitationParams = z.object({ salonId: Id, invitationId: Id });

export const Member = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: Role,
    staffId: z.uuid().nullable().meta({ description: 'The staff member she is, if customers can book her.' }),
    since: z.iso.datetime(),
    you: z.boolean(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** Asked by mail to become a member, and has not answered. */
export const Invitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: Role,
    staffId: z.uuid().nullable(),
    invitedBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const MembersAnswer = z.object({ members: z.array(Member), invitations: z.array(Invitation) });
export type MembersAnswer = z.infer<typeof MembersAnswer>;
export const MemberAnswer = z.object({ member: Member });
export type MemberAnswer = z.infer<typeof MemberAnswer>;
export const InvitationAnswer = z.object({ invitation: Invitation });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

export const InviteRequest = z.object({
  email: LoginEmail,
  role: Role,
  staffId: Id.nullable().optional(),
  locale: z.enum(['de', 'en']).optional().meta({ description: 'Of the mail; else the salon’s.' }),
});
export type InviteRequest = z.infer<typeof InviteRequest>;

export const ChangeMemberRequest = z
  .object({ role: Role.optional(), staffId: Id.nullable().optional() })
  .refine(({ role, staffId }) => role !== undefined || staffId !== undefined, 'Expected a change');
export type ChangeMemberRequest = z.infer<typeof ChangeMemberRequest>;

/** What stands behind `/desk/invitation/` in a mail. */
export const InvitationToken = z.object({ token: z.string().min(1).max(200) });

export const OpenInvitation = z
  .object({
    salon: z.object({ name: z.string(), slug: z.string() }),
    email: z.string(),
    role: Role,
    invitedBy: z.string().nullable(),
    expiresAt: z.iso.datetime(),
    known: z.boolean().meta({ description: 'This address can sign in already; else it signs up here.' }),
  })
  .meta({ id: 'OpenInvitation' });
export type OpenInvitation = z.infer<typeof OpenInvitation>;

/** Signing up through an invitation: whoever holds it reads that address’s mail. */
export const InvitationSignUpRequest = z.object({
  name: line(200),
  password: NewPassword,
  locale: z.enum(['de', 'en']).optional(),
});
export type InvitationSignUpRequest = z.infer<typeof InvitationSignUpRequest>;

export const JoinedAnswer = z
  .object({ salon: z.object({ id: z.uuid(), slug: z.string() }) })
  .meta({ id: 'JoinedAnswer' });
export type JoinedAnswer = z.infer<typeof JoinedAnswer>;

/** What stands at the place of a salon's name in addresses of the desk, and so can name none. */
const RESERVED: ReadonlySet<string> = new Set([
  'account',
  'confirm',
  'invitation',
  'new-salon',
  'reset',
  'sign-in',
  'sign-up',
]);

export const NewSalonRequest = z.object({
  name: line(120),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/, 'Expected 2 to 63 small letters, digits and hyphens')
    .refine((slug) => !RESERVED.has(slug), 'This word is an address of the desk itself'),
  timezone: z
    .string()
    .max(64)
    .meta({ examples: ['Europe/Berlin'] }),
});
export type NewSalonRequest = z.infer<typeof NewSalonRequest>;
