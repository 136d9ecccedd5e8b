import type { ManageTokens } from './manage-token.ts';

export type ManageLinks = ReturnType<typeof manageLinks>;

/** The customer's links: made from PUBLIC_URL, never from what a request says of the host. */
export function manageLinks(publicUrl: string, tokens: ManageTokens) {
  return {
    urlOf: (booking: { salonId: string; bookingId: string; tokenVersion: number }) =>
      `${publicUrl}/b/${tokens.sign(booking.salonId, booking.bookingId, booking.tokenVersion)}`,
  };
}
