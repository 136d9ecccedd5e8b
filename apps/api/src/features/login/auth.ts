import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { v7 } from 'uuid';
import { loginSecrets } from './login-secrets.ts';
import type { loginStore } from './login-store.repo.ts';
import { hashPassword, verifyPassword } from './password.ts';

export type Auth = ReturnType<typeof makeAuth>;

const DAY = 24 * 60 * 60;
const MAIL = /[^\s:]+@[^\s]+/g;

type Settings = {
  readonly store: ReturnType<typeof loginStore>;
  readonly publicUrl: string;
  /** Of the application; the first signs. */
  readonly secrets: readonly string[];
  readonly warn: (message: string) => void;
};

/**
 * Logins, sessions, the second factor and passkeys, as a library keeps them. Its routes are not mounted: ours call it, so
 * that limits, errors and the document of the API are those of all other routes.
 */
export function makeAuth({ store, publicUrl, secrets, warn }: Settings) {
  const { origin, hostname, protocol } = new URL(publicUrl);
  return betterAuth({
    appName: 'Salon',
    baseURL: origin,
    basePath: '/api/auth',
    secrets: loginSecrets(secrets),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { log: (level, message) => warn(`${level}: ${message.replace(MAIL, '[mail]')}`) },
    database: store,
    // Else it prints stack traces to standard error by itself.
    onAPIError: { throw: true },
    // Ours count for an account too, whatever the address.
    rateLimit: { enabled: false },
    advanced: {
      // The same for true and pretended answers: another shape would tell that an account exists.
      database: { generateId: () => v7() },
      useSecureCookies: protocol === 'https:',
      cookiePrefix: 'salon',
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    user: {
      modelName: 'login',
      additionalFields: { locale: { type: 'string', required: false, defaultValue: 'de' } },
    },
    session: {
      modelName: 'loginSession',
      fields: { userId: 'loginId' },
      expiresIn: 30 * DAY,
      updateAge: DAY,
      freshAge: 15 * 60,
    },
    account: { modelName: 'loginMethod', fields: { userId: 'loginId' } },
    verification: { modelName: 'loginToken', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    plugins: [
      twoFactor({
        issuer: 'Salon',
        schema: { twoFactor: { modelName: 'secondFactor', fields: { userId: 'loginId' } } },
      }),
      passkey({
        rpID: hostname,
        rpName: 'Salon',
        origin,
        schema: { passkey: { fields: { userId: 'loginId' } } },
      }),
    ],
  });
}
