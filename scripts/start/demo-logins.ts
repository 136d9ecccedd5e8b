import { verifyPassword } from '@salon/api/features/login/password';
import { DEMO_LOGINS, demoPasswordFile } from '@salon/db/embedded/demo-password';
import { readSecret } from '@salon/db/embedded/kept-secret';
import { withClient } from '@salon/db/embedded/with-client';

/** Somebody who can sign in at the demo salon, and her password while it is the one made at the first start. */
export type DemoLogin = { readonly email: string; readonly password: string | undefined };

const LOGIN = `
  select x.password from login l
    join login_method x on x.login_id = l.id and x.provider_id = 'credential'
    join member m on m.login_id = l.id
    join salon s on s.id = m.salon_id and s.slug = 'demo'
  where l.email = $1`;

/** Who can sign in at the demo salon, as far as there is one. */
export async function demoLogins(url: string, dataDir: string): Promise<DemoLogin[]> {
  return withClient(url, async (client) => {
    const found: DemoLogin[] = [];
    for (const { email, role } of DEMO_LOGINS) {
      const { rows } = await client.query<{ password: string }>(LOGIN, [email]);
      if (rows[0] === undefined) continue;
      const made = readSecret(demoPasswordFile(dataDir, role));
      const holds = made !== undefined && (await verifyPassword(rows[0].password, made));
      found.push({ email, password: holds ? made : undefined });
    }
    return found;
  });
}
