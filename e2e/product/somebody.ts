import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 } from 'uuid';

/** Somebody who works in salons, with an address nobody else has. */
export const somebody = (name: string) => ({
  name,
  email: `${randomUUID().slice(0, 13)}@team.example`,
  password: 'ein langer Satz zum Merken',
});
export type Somebody = ReturnType<typeof somebody>;

/** Signs her up where that is not what a story is about: by the API, her address taken as confirmed. */
export async function signedUp(baseUrl: string, pool: pg.Pool, who: Somebody): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(baseUrl).origin },
    body: JSON.stringify({ name: who.name, email: who.email, password: who.password }),
  });
  if (!answer.ok) throw new Error(`Not signed up: ${answer.status} ${await answer.text()}`);
  const sql = 'update login set email_verified = true where email = $1 returning id';
  const { rows } = await pool.query<{ id: string }>(sql, [who.email]);
  const [login] = rows;
  if (!login) throw new Error(`No login for ${who.email}`);
  return login.id;
}

/** Makes her a member of a salon. */
export async function joined(
  pool: pg.Pool,
  salonId: string,
  loginId: string,
  who: Somebody,
  role: 'owner' | 'manager' | 'staff',
): Promise<void> {
  const sql = 'insert into member (salon_id, id, login_id, email, name, role) values ($1, $2, $3, $4, $5, $6)';
  await pool.query(sql, [salonId, v7(), loginId, who.email, who.name, role]);
}
