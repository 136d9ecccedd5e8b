import { createHash, hkdfSync } from 'node:crypto';

/**
 * The secrets of logins, made of those of the application: what signs a customer's link never signs a session. The
 * number tells later with which of them something was encrypted, wherever in the list it stands then.
 */
export function loginSecrets(secrets: readonly string[]): { version: number; value: string }[] {
  return secrets.map((secret) => {
    const value = Buffer.from(hkdfSync('sha256', secret, '', 'salon logins', 32)).toString('base64url');
    return { version: createHash('sha256').update(value).digest().readUInt32BE(0), value };
  });
}
