import { z } from 'zod';
import { line } from '../wire.ts';

/** What a browser is asked, and what it answers: WebAuthn's own, handed through as it is. */
const WebAuthn = z.looseObject({});

export const PasskeyOptions = WebAuthn.meta({ id: 'PasskeyOptions', description: 'For `navigator.credentials`.' });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

export const PasskeyName = z.object({ name: line(60) });
export type PasskeyName = z.infer<typeof PasskeyName>;
export const AddPasskeyRequest = z.object({ name: line(60), response: WebAuthn });
export type AddPasskeyRequest = z.infer<typeof AddPasskeyRequest>;
export const PasskeySignInRequest = z.object({ response: WebAuthn });
export type PasskeySignInRequest = z.infer<typeof PasskeySignInRequest>;

export const PasskeyParams = z.object({ passkeyId: z.uuid().toLowerCase() });
export const Passkey = z
  .object({ id: z.uuid(), name: z.string().nullable(), createdAt: z.iso.datetime() })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;
export const PasskeysAnswer = z.object({ passkeys: z.array(Passkey) });
export type PasskeysAnswer = z.infer<typeof PasskeysAnswer>;
