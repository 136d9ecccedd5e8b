import { z } from 'zod';
import { ERRORS, Problem } from '../errors.ts';
import { AffectedVisit } from './set-up.ts';
import { Conflict } from './visit.ts';

/** What only those may meet who work in a salon, with its HTTP status and title. */
export const DESK_ERRORS = {
  unauthenticated: { status: 401, title: 'Nobody is signed in' },
  credentials_wrong: { status: 401, title: 'These credentials are not right' },
  code_wrong: { status: 401, title: 'That code is not right' },
  forbidden: { status: 403, title: 'This is not for your role' },
  origin_refused: { status: 403, title: 'Not from another site' },
  confirm_email: { status: 403, title: 'The e-mail address is not confirmed yet' },
  sign_in_again: { status: 403, title: 'This needs a fresh sign-in' },
  customer_not_found: { status: 404, title: 'No such customer' },
  member_not_found: { status: 404, title: 'No such member' },
  invitation_not_found: { status: 404, title: 'No such invitation' },
  category_not_found: { status: 404, title: 'No such category' },
  station_not_found: { status: 404, title: 'No such chair or room' },
  closure_not_found: { status: 404, title: 'No such closure' },
  time_off_not_found: { status: 404, title: 'No such time off' },
  change_not_found: { status: 404, title: 'No such change' },
  time_conflict: { status: 409, title: 'Something is in the way' },
  status_conflict: { status: 409, title: 'The visit is not in a state for this' },
  visits_affected: { status: 409, title: 'Booked visits would be affected' },
  last_owner: { status: 409, title: 'A salon keeps an owner' },
  already_member: { status: 409, title: 'Already a member' },
  slug_taken: { status: 409, title: 'This address is taken' },
  name_taken: { status: 409, title: 'Something else has this name' },
  in_use: { status: 409, title: 'Still in use' },
  too_many_open: { status: 409, title: 'Too much is still waiting for a decision' },
  undo_expired: { status: 410, title: 'Too late to take it back' },
  too_many_visits: { status: 422, title: 'More visits than are dealt with in one go' },
  image_refused: { status: 422, title: 'The picture cannot be used' },
} as const satisfies Record<string, { status: number; title: string }>;

/** The whole closed list: what customers may meet, and what the desk may meet. */
export const ALL_ERRORS = { ...ERRORS, ...DESK_ERRORS };
export type AnyErrorCode = keyof typeof ALL_ERRORS;

export const DeskProblem = z
  .object({
    ...Problem.shape,
    code: z.enum(Object.keys(ALL_ERRORS) as [AnyErrorCode, ...AnyErrorCode[]]),
    conflicts: z.array(Conflict).optional().meta({ description: 'What is in the way of a wish of the desk.' }),
    visits: z.array(AffectedVisit).optional().meta({ description: 'Booked visits that a change would affect.' }),
    total: z.int().optional().meta({ description: 'How many visits would be affected.' }),
  })
  .meta({ id: 'DeskProblem' });
export type DeskProblem = z.infer<typeof DeskProblem>;
