import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';

/** What an answer may do in a browser, where it is not what all others may. */
export type Security = Pick<HelmetOptions, 'contentSecurityPolicy' | 'referrerPolicy'> & {
  xFrameOptions?: { action: 'deny' | 'sameorigin' };
};

/** Two years, in seconds: what browsers ask for before they keep a name in their own lists. */
const KEEP_TO_HTTPS = 63_072_000;

/** What no page of ours asks for, and so nothing that ever gets into one may. */
const NO_DEVICES = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'midi']
  .map((device) => `${device}=()`)
  .join(', ');

/** Answers are data or files unless a route says that they are a page: a browser does nothing with them. */
const NO_PAGE: NonNullable<HelmetOptions['contentSecurityPolicy']> = {
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
};

/**
 * The headers that protect an answer of the API, by name: the one declaration of them.
 *
 * `keepToHttps`: browsers shall ask by https alone from now on, which cannot be taken back.
 */
export function protectiveHeaders(security: Security, keepToHttps: boolean): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const answer = {
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => headers.delete(name.toLowerCase()),
  };
  const set = helmet({
    contentSecurityPolicy: NO_PAGE,
    xFrameOptions: { action: 'deny' },
    // Another site hears no more than which one somebody came from.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: keepToHttps && { maxAge: KEEP_TO_HTTPS, includeSubDomains: true, preload: true },
    ...security,
  });
  set({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers.set('permissions-policy', NO_DEVICES);
}
