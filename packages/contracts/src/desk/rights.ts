import { z } from 'zod';

export const Role = z.enum(['owner', 'manager', 'staff']);
export type Role = z.infer<typeof Role>;

/** How far a right reaches: to all of the salon, or to what is one's own (one's column, hours, customers). */
export type Reach = 'all' | 'own';

/**
 * Who may do what in a salon: the one table, read by the API before every route of the desk and by the page for what it
 * shows. A role that is not named may not. `own` needs a staff member that belongs to the member.
 */
export const RIGHTS = {
  /** See visits, free time and time off. */
  seeCalendar: { owner: 'all', manager: 'all', staff: 'own' },
  /** Make, change, move and cancel visits; block time. */
  changeVisits: { owner: 'all', manager: 'all', staff: 'own' },
  /** See cards of customers; one's own are those one has served or will serve. */
  seeCustomers: { owner: 'all', manager: 'all', staff: 'own' },
  /** Write on cards of customers. */
  changeCustomers: { owner: 'all', manager: 'all', staff: 'own' },
  mergeCustomers: { owner: 'all', manager: 'all' },
  blockCustomers: { owner: 'all', manager: 'all' },
  eraseCustomers: { owner: 'all' },
  /** See what is sold, by whom, when it is open: what the calendar needs. */
  seeSetup: { owner: 'all', manager: 'all', staff: 'all' },
  changeCatalogue: { owner: 'all', manager: 'all' },
  /** Staff members with their hours. */
  changeTeam: { owner: 'all', manager: 'all' },
  /** Openings, closures, policy, the pause of online booking, looks. */
  changeSalon: { owner: 'all', manager: 'all' },
  requestTimeOff: { owner: 'all', manager: 'all', staff: 'own' },
  decideTimeOff: { owner: 'all', manager: 'all' },
  /** Sums of money; one's own are those of visits one has served. */
  seeRevenue: { owner: 'all', manager: 'all', staff: 'own' },
  /** How many visitors of the booking page got how far. */
  seeFunnel: { owner: 'all', manager: 'all' },
  /** What was changed by whom; which prices are told there is for `seeRevenue` to say. */
  seeAudit: { owner: 'all', manager: 'all', staff: 'own' },
  seeMembers: { owner: 'all', manager: 'all' },
  /** Invite, change roles, remove. */
  changeMembers: { owner: 'all' },
  /** Leave the salon oneself. */
  leave: { owner: 'all', manager: 'all', staff: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Right = keyof typeof RIGHTS;

/** How far a role's right reaches; undefined: not at all. */
export function reachOf(role: Role, right: Right): Reach | undefined {
  const row: Partial<Record<Role, Reach>> = RIGHTS[right];
  return row[role];
}
