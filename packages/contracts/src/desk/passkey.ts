import { z } from 'zod';
import { line } from '../wire.ts';

/** What a browser is asked, and what it answers: WebAuthn's own, handed through as it is. */
const WebAuthn = z.looseObject({});
const Bytes = z.string().min(1).max(20_000).meta({ description: 'base64url' });
const credential = {
  id: Bytes,
  rawId: Bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
/** What `navigator.credentials.get` answers, as JSON. */
const Proof = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes }),
});
/** What `navigator.credentials.create` answers, as JSON. */
const NewCredential = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: Bytes, attestationObject: Bytes }),
});

export const PasskeyOptions = WebAuthn.meta({ id: 'PasskeyOptions', description: 'For `navigator.credentials`.' });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

export const PasskeyName = z.object({ name: line(60) });
export type PasskeyName = z.infer<typeof PasskeyName>;
export const AddPasskeyRequest = z.object({ name: line(60), response: NewCredential });
export type AddPasskeyRequest = z.infer<typeof AddPasskeyRequest>;
export const PasskeySignInRequest = z.object({ response: Proof });
export type PasskeySignInRequest = z.infer<typeof PasskeySignInRequest>;

export const PasskeyParams = z.object({ passkeyId: z.uuid().toLowerCase() });
export const Passkey = z
  .object({ id: z.uuid(), name: z.string().nullable(), createdAt: z.iso.datetime() })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;
export const PasskeysAnswer = z.object({ passkeys: z.array(Passkey) });
export type PasskeysAnswer = z.infer<typeof PasskeysAnswer>;
