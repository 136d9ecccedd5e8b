import type { Prisma } from '@salon/db/prisma';
import { AppError } from '../../errors/app-error.ts';

/**
 * Says which staff member a member is, or that she is none; returns which one she was. Nothing the slot rules read.
 * A staff member belongs to one member at most.
 */
export async function linkStaff(
  tx: Prisma.TransactionClient,
  { salonId, memberId, staffId }: { salonId: string; memberId: string; staffId: string | null },
): Promise<string | null> {
  const was = await tx.staff.findFirst({ where: { salonId, memberId }, select: { id: true } });
  if ((was?.id ?? null) === staffId) return staffId;
  if (staffId !== null) await freeStaff(tx, { salonId, staffId });
  await tx.staff.updateMany({ where: { salonId, memberId }, data: { memberId: null } });
  if (staffId !== null) {
    await tx.staff.update({ where: { salonId_id: { salonId, id: staffId } }, data: { memberId } });
  }
  return was?.id ?? null;
}

/** Refuses a staff member who is not here, or is somebody already; holds her until the commit. */
export async function freeStaff(
  tx: Prisma.TransactionClient,
  { salonId, staffId }: { salonId: string; staffId: string },
): Promise<void> {
  const [found] = await tx.$queryRaw<{ member: string | null }[]>`
    select member_id as member from staff where salon_id = ${salonId}::uuid and id = ${staffId}::uuid for update`;
  if (found === undefined) throw new AppError('staff_not_found', 'There is no such staff member here.');
  if (found.member !== null) throw new AppError('in_use', 'Somebody else signs in as this staff member.');
}
