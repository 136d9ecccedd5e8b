import type { Reach, Role } from '@salon/contracts/desk/rights';

declare const authorised: unique symbol;

/**
 * Permission to touch the data of one salon. Everything that reads or writes below a salon takes
 * one, and only the functions of this file make one, so that no route can reach another salon's
 * rows by an id it was handed.
 */
export type SalonScope = { readonly salonId: string; readonly [authorised]: true };

/** Whoever works in a salon, and how far the right reaches that the route asks for. */
type Worker = {
  readonly loginId: string;
  readonly loginName: string;
  readonly memberId: string;
  readonly role: Role;
} & (
  | { readonly reach: 'all'; readonly staffId: string | null }
  /** What is one's own is what belongs to one's staff member: without one there is nothing. */
  | { readonly reach: 'own'; readonly staffId: string }
);

export type MemberScope = SalonScope & Worker & { readonly reach: Reach };

const grant = (salonId: string) => ({ salonId }) as SalonScope;

/** For what a salon shows to everybody: its catalogue, its free times, a new booking. */
export const scopeOfPublicSalon = (salon: { readonly id: string }) => grant(salon.id);

/** For the customer who holds a verified manage token. */
export const scopeOfManageToken = (token: { readonly salonId: string; readonly verified: true }) =>
  grant(token.salonId);

/** For a signed-in member whose role has the right in question; only the gate before the desk has looked. */
export const scopeOfMember = (member: { readonly salonId: string; readonly looked: true } & Worker): MemberScope => {
  const { looked: _, ...found } = member;
  return { ...grant(member.salonId), ...found };
};
