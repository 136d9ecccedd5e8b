import type { Security } from '../../edge/headers.ts';

/**
 * What a page for customers may do: run its own scripts and no other, show pictures that salons
 * link, talk to where it came from, and stand in nobody's frame. Styles may be set inline, because
 * React Aria adds one when a button first appears and can only be given a number that changes with
 * every answer; the data inside the document are no scripts and need no leave.
 */
export const pageSecurity = (publicUrl: string): Security => security(publicUrl, ['https:', 'data:']);

/** What the desk may do: the same, and show a picture that is about to be uploaded. */
export const deskSecurity = (publicUrl: string): Security => security(publicUrl, ['https:', 'data:', 'blob:']);

function security(publicUrl: string, pictures: readonly string[]): Security {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", ...pictures],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
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
