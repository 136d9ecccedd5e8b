import type { Visit } from './visit.queries.ts';

/**
 * Where a visit stands for whoever opens its link. `begun`, `past` and `lapsed` (a request nobody answered) come with the
 * clock, the others from the salon.
 */
type Standing = 'requested' | 'booked' | 'begun' | 'arrived' | 'past' | 'lapsed' | 'missed' | 'cancelled';

/** Why something cannot be done online that is usually possible: the time for it is over, or the salon has paused. */
export type Hindrance = 'too_late' | 'paused';

/** What a visit's customer may do, and what keeps her from the rest. */
type Possible = {
  readonly cancel: boolean;
  readonly move: boolean;
  readonly hindrance: Hindrance | null;
  /** Into the calendar: it is still to come. */
  readonly calendar: boolean;
  /** The same once more: this one is over, one way or another. */
  readonly again: boolean;
};

type Known = {
  readonly booking: Pick<Visit['booking'], 'status' | 'startsAt' | 'endsAt'>;
  readonly canCancel: boolean;
  readonly canReschedule: boolean;
};

/** Where a visit stands at `now` (epoch milliseconds). What the API still allows, a clock that is wrong cannot end. */
export function standingOf({ booking, canCancel }: Known, now: number): Standing {
  const over = now >= Date.parse(booking.endsAt);
  switch (booking.status) {
    case 'cancelled':
      return 'cancelled';
    case 'no_show':
      return 'missed';
    case 'done':
      return 'past';
    case 'arrived':
      return over ? 'past' : 'arrived';
    case 'requested':
      return canCancel || now < Date.parse(booking.startsAt) ? 'requested' : 'lapsed';
    case 'confirmed':
      if (canCancel || now < Date.parse(booking.startsAt)) return 'booked';
      return over ? 'past' : 'begun';
  }
}

/** What can be done with a visit where it stands. */
export function possible(known: Known, now: number): Possible {
  const standing = standingOf(known, now);
  const ahead = standing === 'requested' || standing === 'booked';
  return {
    cancel: ahead && known.canCancel,
    move: ahead && known.canReschedule,
    hindrance: !ahead || known.canReschedule ? null : known.canCancel ? 'paused' : 'too_late',
    calendar: ahead,
    again: standing === 'past' || standing === 'lapsed' || standing === 'missed' || standing === 'cancelled',
  };
}
