import { getDomain } from 'tldts';
import { z } from 'zod';

/** An origin as browsers write it: `https://api.salon.example`. */
export const origin = z
  .url({ protocol: /^https?$/, error: 'Expected an origin like https://api.salon.example', abort: true })
  .refine((value) => URL.parse(value)?.origin === value, 'Expected an origin: no path, and no slash at its end');

/** Several, separated by commas. */
export const origins = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .pipe(z.array(origin));

/**
 * Whether browsers take two origins for one site, so that a cookie with SameSite=Lax goes along: the same scheme, and the
 * same name below a public suffix (`vercel.app` is one: two projects there are strangers).
 */
export const isSameSite = (one: string, other: string) => siteOf(one) === siteOf(other);

function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${getDomain(hostname, { allowPrivateDomains: true }) ?? hostname}`;
}
