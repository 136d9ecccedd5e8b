import type { NewSalonRequest } from '@salon/contracts/desk/members';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { accountMailRow } from '../login/account-mail.repo.ts';
import { hashOf, newInvitationToken } from './invitation-token.ts';

/** An owner as an operator wishes her. */
export type OwnerWish = {
  readonly email: string;
  /** Made if there is none with this slug; one that is there stays as it is. */
  readonly salon: NewSalonRequest;
  readonly locale: 'de' | 'en';
  /** Of the owner: then she is the first of the staff as well. Only for a salon that is made. */
  readonly name: string | undefined;
  /** Invited once more, though an invitation is open: its link ends. */
  readonly again: boolean;
  /** The link is given back instead of sent. */
  readonly link: boolean;
};

export type OwnerOutcome = {
  readonly made: boolean;
  readonly salonName: string;
  /** `open`: she was invited before, and nothing was done. */
  readonly she: 'is_owner' | 'was_made_owner' | 'open' | 'invited';
  /** Until when she can accept. */
  readonly until?: Date;
  readonly url?: string;
};

type Deps = {
  readonly publicUrl: string;
  readonly newId: () => string;
  readonly operator: string;
  readonly requestId: string;
  readonly now: number;
};

const DAYS_7 = 7 * 86_400_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Monday to Friday, nine to six: something to see and to change. */
const WEEKDAYS = [1, 2, 3, 4, 5];
const [OPEN, CLOSE] = [9 * 60, 18 * 60];

/**
 * Sees to it that a salon is there and that somebody owns it: makes the salon, and a member its owner or else invites
 * her; each step in the salon's trail, all or nothing. Done twice it does nothing more. Errors are the database's own; of
 * two at once that make the same salon one fails (23505).
 */
export function ownSalon(db: Database, wish: OwnerWish, deps: Deps): Promise<OwnerOutcome> {
  return prismaOn(db.pool).$transaction(async (tx) => {
    const { slug } = wish.salon;
    const before = await tx.salon.findUnique({ where: { slug } });
    const salon = before ?? (await makeSalon(tx, wish, deps));
    const found = { made: before === null, salonName: salon.name };
    const member = await tx.member.findFirst({ where: { salonId: salon.id, login: { email: wish.email } } });
    if (member?.role === 'owner') return { ...found, she: 'is_owner' };
    if (member !== null) {
      const { id, name, role } = member;
      await tx.member.update({ where: { salonId_id: { salonId: salon.id, id } }, data: { role: 'owner' } });
      const subject = { kind: 'member', id };
      await tell(tx, deps, salon.id, 'member.role_changed', subject, { name, role: 'owner' }, { name, role });
      return { ...found, she: 'was_made_owner' };
    }
    const open = { salonId: salon.id, email: wish.email, acceptedAt: null, revokedAt: null };
    const asked = await tx.invitation.findFirst({
      where: { ...open, role: 'owner', expiresAt: { gt: new Date(deps.now) } },
    });
    if (asked !== null && !wish.again && !wish.link) return { ...found, she: 'open', until: asked.expiresAt };
    await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date(deps.now) } });
    return { ...found, she: 'invited', ...(await invite(tx, salon.id, wish, deps)) };
  });
}

async function makeSalon(tx: Prisma.TransactionClient, wish: OwnerWish, deps: Deps) {
  const { name, slug, timezone: timeZone } = wish.salon;
  const [id, createdAt] = [deps.newId(), new Date(deps.now)];
  const salon = await tx.salon.create({
    data: { id, slug, name, timeZone, locale: wish.locale, email: wish.email, createdAt },
  });
  if (wish.name !== undefined) {
    const staffId = deps.newId();
    await tx.staff.create({ data: { salonId: id, id: staffId, name: wish.name, position: 0 } });
    await tx.weeklyOpening.createMany({
      data: WEEKDAYS.map((weekday) => ({
        ...{ salonId: id, id: deps.newId(), staffId, weekday, startMinute: OPEN, endMinute: CLOSE },
      })),
    });
  }
  await tell(tx, deps, id, 'salon.created', { kind: 'salon', id }, { name, slug, timezone: timeZone });
  return salon;
}

async function invite(tx: Prisma.TransactionClient, salonId: string, wish: OwnerWish, deps: Deps) {
  const { email, locale } = wish;
  const { publicUrl, now, requestId } = deps;
  const [id, token, until] = [deps.newId(), newInvitationToken(), new Date(now + DAYS_7)];
  // Whoever nobody is yet in a salon that was made for her: its one staff member is she.
  const hers = await tx.staff.findMany({ where: { salonId, memberId: null }, take: 2 });
  const staffId = wish.name !== undefined && hers.length === 1 ? (hers[0]?.id ?? null) : null;
  await tx.invitation.create({
    data: {
      ...{ salonId, id, email, role: 'owner', staffId, tokenHash: hashOf(token), invitedBy: NOBODY },
      ...{ createdAt: new Date(now), expiresAt: until },
    },
  });
  const subject = { kind: 'invitation', id };
  await tell(tx, deps, salonId, 'member.invited', subject, { email, role: 'owner' });
  const url = `${publicUrl}/desk/invitation/${token}`;
  if (wish.link) return { until, url };
  const mail = { kind: 'invitation', locale, url, invitedBy: new URL(publicUrl).hostname, role: 'owner' } as const;
  await tx.message.create({
    data: accountMailRow({ id: deps.newId(), salonId, recipient: email, mail, requestId, now }),
  });
  return { until };
}

async function tell(
  tx: Prisma.TransactionClient,
  { newId, operator, requestId, now }: Deps,
  salonId: string,
  action: string,
  subject: { readonly kind: string; readonly id: string },
  after: object,
  before?: object,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ...{ salonId, id: newId(), at: new Date(now), actor: 'system', actorName: operator, requestId, action },
      ...{ subjectKind: subject.kind, subjectId: subject.id, after, ...(before ? { before } : {}) },
    },
  });
}
