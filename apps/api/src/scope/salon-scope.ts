declare const authorised: unique symbol;

/**
 * Permission to touch the data of one salon. Everything that reads or writes below a salon takes
 * one, and only the functions of this file make one, so that no route can reach another salon's
 * rows by an id it was handed.
 */
export type SalonScope = { readonly salonId: string; readonly [authorised]: true };

const grant = (salonId: string) => ({ salonId }) as SalonScope;

/** For what a salon shows to everybody: its catalogue, its free times, a new booking. */
export const scopeOfPublicSalon = (salon: { readonly id: string }) => grant(salon.id);

/** For the customer who holds a verified manage token. */
export const scopeOfManageToken = (token: { readonly salonId: string; readonly verified: true }) =>
  grant(token.salonId);
