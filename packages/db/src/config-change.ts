import type { Prisma, PrismaClient } from './prisma.ts';

/**
 * Changes what the slot rules read. Waits for the salon's bookings in flight, keeps new ones out
 * until it commits, and raises the version, so that a booking decided on the old configuration is
 * refused and decided again.
 */
export async function changeConfiguration<T>(
  prisma: PrismaClient,
  salonId: string,
  change: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`select begin_config_change_v1(${salonId}::uuid)`;
      return change(tx);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}
