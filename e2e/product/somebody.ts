import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Somebody who works in salons, with an address nobody else has. */
export const somebody = (name: string) => ({
  name,
  email: `${randomUUID().slice(0, 13)}@team.example`,
  password: 'ein langer Satz zum Merken',
});
export type Somebody = ReturnType<typeof somebody>;

/** Signs her up where that is not what a story is about: by the API, her address taken as confirmed. */
export async function signedUp(baseUrl: string, pool: pg.Pool, who: Somebody): Promise<void> {
  const answer = await fetch(`${baseUrl}/api/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(baseUrl).origin },
    body: JSON.stringify({ name: who.name, email: who.email, password: who.password }),
  });
  if (!answer.ok) throw new Error(`Not signed up: ${answer.status} ${await answer.text()}`);
  const sql = 'update login set email_verified = true where email = $1';
  await pool.query(sql, [who.email]);
}
