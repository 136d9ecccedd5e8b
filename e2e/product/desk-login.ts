import { hashPassword } from '@salon/api/features/login/password';
import type { Role } from '@salon/contracts/desk/rights';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';

/** Long enough, and nobody's own. */
const PASSWORD = 'föhn-und-kamm-0815';
const hash = hashPassword(PASSWORD);

export type DeskMember = { readonly email: string; readonly password: string };

/** Somebody with a login who works in a salon; customers can book her where she is a staff member. */
export async function openMember(
  book: pg.Pool,
  salonId: string,
  { role = 'owner', name = 'Maren Petersen', staffId }: { role?: Role; name?: string; staffId?: string } = {},
): Promise<DeskMember> {
  const [loginId, memberId] = [v7(), v7()];
  const email = `${loginId}@login.example`;
  await book.query('insert into login (id, name, email, email_verified, updated_at) values ($1, $2, $3, true, now())', [
    loginId,
    name,
    email,
  ]);
  await book.query(
    `insert into login_method (id, login_id, provider_id, account_id, password, updated_at)
     values ($1, $2, 'credential', $2::uuid::text, $3, now())`,
    [v7(), loginId, await hash],
  );
  await book.query(
    `insert into member (salon_id, id, login_id, email, name, role, created_at)
     values ($1, $2, $3, $4, $5, $6::member_role, now())`,
    [salonId, memberId, loginId, email, name, role],
  );
  if (staffId !== undefined) {
    await book.query('update staff set member_id = $3 where salon_id = $1 and id = $2', [salonId, staffId, memberId]);
  }
  return { email, password: PASSWORD };
}

/** Signs the browser of a page in, without going through the page for it. */
export async function signIn(page: Page, baseUrl: string, { email, password }: DeskMember): Promise<void> {
  const answer = await page.request.post(`${baseUrl}/api/auth/sign-in`, {
    data: { email, password },
    headers: { origin: baseUrl },
  });
  if (!answer.ok()) throw new Error(`Not signed in: ${answer.status()} ${await answer.text()}`);
}
