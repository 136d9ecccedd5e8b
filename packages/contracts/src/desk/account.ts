import { z } from 'zod';
import { line } from '../wire.ts';

/** An address as logins are told apart by: in lower case. */
export const LoginEmail = z.email().max(254).toLowerCase();
/** Long rather than odd: no rules about which characters. */
export const NewPassword = z.string().min(10).max(128);
/** Whatever somebody types as hers. */
const Password = z.string().min(1).max(128);
/** Ours are visible ASCII; anything else the database could not even look for. */
const Token = z
  .string()
  .max(2_000)
  .regex(/^[!-~]+$/, 'Expected what stood in the link');
const Locale = z.enum(['de', 'en']);

export const Told = z
  .object({ message: z.string() })
  .meta({ id: 'Told', description: 'The same words whether there is such an account or not.' });

export const SignUpRequest = z.object({
  name: line(200),
  email: LoginEmail,
  password: NewPassword,
  locale: Locale.optional(),
});
export type SignUpRequest = z.infer<typeof SignUpRequest>;

export const SignInRequest = z.object({ email: LoginEmail, password: Password });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const SignInAnswer = z
  .object({
    next: z.enum(['desk', 'second_factor']).meta({
      description: '`second_factor`: nobody is signed in yet; send the code within ten minutes.',
    }),
  })
  .meta({ id: 'SignInAnswer' });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const CodeRequest = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Expected six digits'),
});
export type CodeRequest = z.infer<typeof CodeRequest>;
export const RecoveryCodeRequest = z.object({ recoveryCode: z.string().trim().min(1).max(40) });
export type RecoveryCodeRequest = z.infer<typeof RecoveryCodeRequest>;

/** What stands behind `/desk/confirm/` in a mail. */
export const ConfirmRequest = z.object({ token: Token });
export type ConfirmRequest = z.infer<typeof ConfirmRequest>;
export const ConfirmAnswer = z
  .object({
    done: z.enum(['confirmed', 'new_address_asked', 'address_changed']).meta({
      description: '`new_address_asked`: the old address agreed, a mail to the new one is on its way.',
    }),
    signedIn: z.boolean(),
  })
  .meta({ id: 'ConfirmAnswer' });
export type ConfirmAnswer = z.infer<typeof ConfirmAnswer>;

/** Who is to get a mail: to set a password anew, or to confirm an address once more. */
export const AskRequest = z.object({ email: LoginEmail });
export type AskRequest = z.infer<typeof AskRequest>;
/** What stands behind `/desk/reset/` in a mail, and the new password. */
export const ResetRequest = z.object({ token: Token, password: NewPassword });
export type ResetRequest = z.infer<typeof ResetRequest>;

export const ProfileRequest = z.object({ name: line(200).optional(), locale: Locale.optional() });
export type ProfileRequest = z.infer<typeof ProfileRequest>;
export const ChangePasswordRequest = z.object({ password: Password, newPassword: NewPassword });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;
export const ChangeEmailRequest = z.object({ password: Password, email: LoginEmail });
export type ChangeEmailRequest = z.infer<typeof ChangeEmailRequest>;
/** A change that takes the password once more. */
export const WithPassword = z.object({ password: Password });
export type WithPassword = z.infer<typeof WithPassword>;

export const SecondFactorAnswer = z
  .object({
    uri: z.string().meta({ description: '`otpauth://`, for a QR code.' }),
    secret: z.string().meta({ description: 'The same, to be typed.' }),
    recoveryCodes: z.array(z.string()).meta({ description: 'Shown this once; each signs in once.' }),
  })
  .meta({ id: 'SecondFactorAnswer' });
export type SecondFactorAnswer = z.infer<typeof SecondFactorAnswer>;
export const RecoveryCodesAnswer = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodesAnswer' });
export type RecoveryCodesAnswer = z.infer<typeof RecoveryCodesAnswer>;
