import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { v7 } from 'uuid';
import type { AttemptsRepo } from './attempts.repo.ts';
import { codeOnce } from './code-once.ts';
import { claimsOf } from './confirm-token.ts';
import { SIGN_IN } from './limits.ts';
import type { LoginRepo } from './login.repo.ts';
import type { LoginMails } from './login-mails.ts';
import { loginSecrets } from './login-secrets.ts';
import type { loginStore } from './login-store.repo.ts';
import { hashPassword, verifyPassword } from './password.ts';

export type Auth = ReturnType<typeof makeAuth>;

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const MAIL = /[^\s:]+@[^\s]+/g;

type Settings = {
  readonly store: ReturnType<typeof loginStore>;
  readonly publicUrl: string;
  /** Of whose pages requests are taken. */
  readonly ownOrigins: ReadonlySet<string>;
  /** Of the application; the first signs. */
  readonly secrets: readonly string[];
  readonly warn: (message: string) => void;
  readonly mails: LoginMails;
  readonly attempts: AttemptsRepo;
  readonly logins: Pick<LoginRepo, 'forgetBegun'>;
  readonly clock: () => number;
};

/**
 * Logins, sessions, the second factor and passkeys, as a library keeps them. Its routes are not mounted: ours call it, so
 * that limits, errors and the document of the API are those of all other routes.
 */
export function makeAuth({ store, publicUrl, secrets, warn, mails, attempts, logins, clock, ...more }: Settings) {
  const { origin, hostname, protocol } = new URL(publicUrl);
  return betterAuth({
    appName: 'Salon',
    baseURL: origin,
    basePath: '/api/auth',
    secrets: loginSecrets(secrets),
    trustedOrigins: [...more.ownOrigins],
    telemetry: { enabled: false },
    logger: { log: (level, message) => warn(`${level}: ${message.replace(MAIL, '[mail]')}`) },
    database: store,
    // Else it prints stack traces to standard error by itself.
    onAPIError: { throw: true },
    // Ours count for an account too, whatever the address.
    rateLimit: { enabled: false },
    hooks: { before: codeOnce(attempts, clock) },
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
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: ({ user, newEmail, token }) => mails.allowNewAddress(user, newEmail, token),
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: DAY,
      sendVerificationEmail: ({ user, token }) =>
        claimsOf(token).updateTo === undefined
          ? mails.confirmAddress(user, token)
          : mails.confirmNewAddress(user, token),
      // Of a new address too.
      afterEmailVerification: ({ id }) => logins.forgetBegun(id),
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
      resetPasswordTokenExpiresIn: HOUR,
      sendResetPassword: ({ user, token }) => mails.resetPassword(user, token),
      onExistingUserSignUp: ({ user }) => mails.addressKnown(user),
      async onPasswordReset({ user }) {
        await logins.forgetBegun(user.id);
        await attempts.forget({ what: SIGN_IN.what, who: user.email });
        await mails.changed(user, 'password');
      },
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
        // It signs in alone, so it has to be two things at once: the device, and its owner's face, finger or number.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: async ({ verification }) => verified(verification.registrationInfo) },
        authentication: { afterVerification: async ({ verification }) => verified(verification.authenticationInfo) },
      }),
    ],
  });
}

function verified(info: { readonly userVerified: boolean } | undefined): void {
  if (info?.userVerified) return;
  throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'The device did not verify its user' });
}
