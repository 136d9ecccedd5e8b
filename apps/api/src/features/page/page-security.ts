import { createHash } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Security } from '../../edge/headers.ts';

/** Where pages are, and where they call. */
export type Where = Pick<Config, 'publicUrl' | 'apiOrigin'>;

/**
 * The two styles React Aria puts into a page itself, to the letter: when a button first appears, and while a dialog is open
 * on an iPhone. They are let in by what they say; any other one is not.
 */
export const LIBRARY_STYLES = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];
const KNOWN_STYLES = LIBRARY_STYLES.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/**
 * What a page for customers may do: run its own scripts and no other, look as its own files say, show pictures that salons
 * link, talk to where it came from and to the API, and stand in nobody's frame. The data inside the document are no scripts and need no
 * leave, and neither do styles that a script sets on an element.
 */
export const pageSecurity = (where: Where): Security => security(where, ['https:', 'data:']);

/** The page of a visit: its address is a secret, so that nobody at all is told where somebody came from. */
export const visitSecurity = (where: Where): Security => ({
  ...pageSecurity(where),
  referrerPolicy: { policy: 'no-referrer' },
});

/** What the desk may do: the same, and show a picture that is about to be uploaded. */
export const deskSecurity = (where: Where): Security => security(where, ['https:', 'data:', 'blob:']);

function security({ publicUrl, apiOrigin }: Where, pictures: readonly string[]): Security {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...KNOWN_STYLES],
        imgSrc: ["'self'", ...pictures],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(apiOrigin === undefined ? [] : [apiOrigin])],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // Over plain http there is nothing to upgrade to.
        ...(publicUrl.startsWith('https://') ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  };
}
