import type { PasskeyOptions } from '@salon/contracts/desk/passkey';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { fetched } from '../../lib/fetched.ts';
import { deskPost } from '../lib/desk-http.ts';

const browser = () => fetched(() => import('@simplewebauthn/browser'));

/** The device did not confirm: she changed her mind, it took too long, or the passkey is not here. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
}

export const knowsPasskeys = () => 'PublicKeyCredential' in globalThis;

/** Has the device say who is there, and signs in. */
export async function signInByPasskey(): Promise<void> {
  const options = await deskPost<PasskeyOptions>('/api/auth/sign-in/passkey/options');
  const { startAuthentication } = await browser();
  const response = await asked(
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  );
  await deskPost('/api/auth/sign-in/passkey', { response });
}

/** Has the device make a passkey, and keeps it under a name. */
export async function addPasskey(name: string): Promise<void> {
  const options = await deskPost<PasskeyOptions>('/api/auth/passkeys/options');
  const { startRegistration } = await browser();
  const response = await asked(
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  );
  await deskPost('/api/auth/passkeys', { name, response });
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new NotConfirmed('The device did not confirm', { cause });
  }
}
