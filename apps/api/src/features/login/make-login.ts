import { sqlState } from '@salon/db/sql-state';
import type { Auth } from './auth.ts';
import { hashPassword } from './password.ts';
import type { SignedIn } from './session.ts';

type NewLogin = { readonly name: string; readonly email: string; readonly password: string; readonly locale: string };

/** Makes a login whose address is known to be its owner's; undefined: there is one with it. */
export async function makeLogin(
  auth: Auth,
  { name, email, password, locale }: NewLogin,
): Promise<Omit<SignedIn, 'sessionId'> | undefined> {
  const { internalAdapter } = await auth.$context;
  const hash = await hashPassword(password);
  try {
    const user = await internalAdapter.createUser(
      { name, email, locale, emailVerified: true },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
    return { loginId: user.id, loginName: name, email, locale, secondFactor: false };
  } catch (error) {
    if (sqlState(error) === '23505') return undefined;
    throw error;
  }
}
