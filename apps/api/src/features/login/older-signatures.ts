import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { loginSecrets } from './login-secrets.ts';

/** As the library signs: what is said, a dot, and the HMAC-SHA-256 of it in base64. */
const SIGNED = /^(.+)\.([A-Za-z0-9+/]{43}=)$/;

/**
 * While a secret is being changed, cookies that an older one signed hold on: they are signed anew on their way in, since
 * the library knows the first secret alone. Whoever uses the desk is given a new cookie within a day.
 */
export function takeOlderCookies(app: FastifyInstance, secrets: readonly string[]): void {
  const [first, ...older] = loginSecrets(secrets).map(({ value }) => value);
  if (first === undefined || older.length === 0) return;
  app.addHook('onRequest', async ({ headers }) => {
    if (headers.cookie !== undefined) headers.cookie = signedAnew(headers.cookie, first, older);
  });
}

function signedAnew(cookies: string, first: string, older: readonly string[]): string {
  return cookies
    .split(';')
    .map((cookie) => {
      const at = cookie.indexOf('=');
      const [, said, signature] = SIGNED.exec(decoded(cookie.slice(at + 1).trim())) ?? [];
      if (said === undefined || signature === undefined) return cookie;
      const holds = older.some((secret) => same(signatureOf(said, secret), signature));
      return holds ? `${cookie.slice(0, at + 1)}${encodeURIComponent(`${said}.${signatureOf(said, first)}`)}` : cookie;
    })
    .join(';');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // somebody else's cookie
    return '';
  }
}

const signatureOf = (said: string, secret: string) => createHmac('sha256', secret).update(said).digest('base64');

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
