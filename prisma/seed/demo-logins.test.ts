import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPassword } from '@salon/api/features/login/password';
import { demoPasswordFile } from '@salon/db/embedded/demo-password';
import { readSecret } from '@salon/db/embedded/kept-secret';
import { expect, onTestFinished, test } from 'vitest';
import { makeDemoLogins } from './demo/demo-logins.ts';
import { databaseForTest, seeded } from './seeded-database.fixture.ts';

test('the owner and one of the staff can sign in, with passwords made once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'salon-demo-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const db = await seeded(await databaseForTest(), '2026-12-02');
  await Promise.all([makeDemoLogins(db, dataDir), makeDemoLogins(db, dataDir)]);
  await makeDemoLogins(db, dataDir);
  const { rows } = await db.pool.query(
    `select l.email, l.email_verified, m.role, s.name as staff, x.password from login l
       join login_method x on x.login_id = l.id
       join member m on m.login_id = l.id
       join staff s on s.salon_id = m.salon_id and s.member_id = m.id
     order by l.email`,
  );
  expect(rows).toMatchObject([
    { email: 'owner@demo.example', email_verified: true, role: 'owner', staff: 'Maren Petersen' },
    { email: 'staff@demo.example', email_verified: true, role: 'staff', staff: 'Jonas Brandt' },
  ]);
  for (const { role, password } of rows) {
    const made = readSecret(demoPasswordFile(dataDir, role)) ?? '';
    expect([made.length, await verifyPassword(password, made)]).toEqual([12, true]);
  }
});
