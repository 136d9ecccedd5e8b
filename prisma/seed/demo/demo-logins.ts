import { hashPassword } from '@salon/api/features/login/password';
import { DEMO_LOGINS, demoPasswordFile } from '@salon/db/embedded/demo-password';
import { keptSecret } from '@salon/db/embedded/kept-secret';
import type { Database } from '@salon/db/pool';
import { type PrismaClient, prismaOn } from '@salon/db/prisma';
import { v7 } from 'uuid';
import { SLUG } from './catalogue.ts';

/** Twelve characters to be typed. */
const BYTES = 9;

/**
 * Lets the owner of the demo salon and one of its staff sign in, with passwords made here once and kept beside the data.
 * Who has a login keeps it, and whatever password it has by now.
 */
export async function makeDemoLogins(db: Database, dataDir: string): Promise<void> {
  const prisma = prismaOn(db.pool);
  for (const { email, role } of DEMO_LOGINS) {
    const member = await prisma.member.findFirst({ where: { salon: { slug: SLUG }, email, loginId: null } });
    if (member === null) continue;
    const password = await hashPassword(keptSecret(demoPasswordFile(dataDir, role), BYTES));
    await makeLogin(prisma, member, { email, password });
  }
}

async function makeLogin(
  prisma: PrismaClient,
  { salonId, id, name }: { salonId: string; id: string; name: string },
  { email, password }: { email: string; password: string },
): Promise<void> {
  const loginId = v7();
  await prisma.$transaction(async (tx) => {
    // Of two that seed at once the second waits here, and finds it made.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('seed', 0))`;
    if ((await tx.member.count({ where: { salonId, id, loginId: null } })) === 0) return;
    await tx.login.create({ data: { id: loginId, name, email, emailVerified: true } });
    await tx.loginMethod.create({
      data: { id: v7(), loginId, providerId: 'credential', accountId: loginId, password },
    });
    await tx.member.update({ where: { salonId_id: { salonId, id } }, data: { loginId } });
  });
}
