import { randomBytes } from 'node:crypto';
import { hashPassword } from '@salon/api/features/login/password';
import { withClient } from '@salon/db/embedded/with-client';
import { v7 } from 'uuid';
import { loadSalon } from '../../prisma/seed/load/load-salon.ts';

/** How somebody signs in. */
export type Login = { email: string; password: string };

const MAKE = `
  with made as (insert into login (id, name, email, email_verified) values ($1, $2, $3, true) returning id), method as (
    insert into login_method (id, login_id, provider_id, account_id, password) select $4, id, 'credential', id, $5 from made
  )
  insert into member (salon_id, id, login_id, email, name, role) select $6, $7, id, $3, $2, 'manager' from made`;

/** Makes so many members of the first load salon, who sign in with passwords of their own. */
export async function deskMembers(ownerUrl: string, count: number): Promise<Login[]> {
  return withClient(ownerUrl, async (client) => {
    const logins: Login[] = [];
    for (let number = 1; number <= count; number += 1) {
      const email = `desk-${number}@load.example`;
      const password = randomBytes(12).toString('base64url');
      const values = [v7(), `Desk ${number}`, email, v7(), await hashPassword(password), loadSalon(1).salon.id, v7()];
      await client.query(MAKE, values);
      logins.push({ email, password });
    }
    return logins;
  });
}
