import { reminderTime } from '@salon/domain/booking/reminder';
import type { BookingStatus } from '@salon/domain/booking/status';
import type { MailKind } from '@salon/emails/mail';

export type OutboxEvent = {
  readonly salonId: string;
  readonly id: string;
  readonly kind: 'booking_created' | 'booking_moved' | 'booking_cancelled' | 'booking_confirmed';
  readonly bookingId: string;
  readonly sequence: number;
  readonly requestId: string | null;
  /** Who did it: the salon is not told of what it did itself. */
  readonly actor: 'customer' | 'member' | 'system';
  /** False: the customer is not written to; what was planned is planned anew all the same. */
  readonly notify: boolean;
  /** Epoch milliseconds, as all instants here. */
  readonly createdAt: number;
};

/** The booking an event is about, as it stands when the event is taken up: it may have moved on since. */
export type EventVisit = {
  readonly status: BookingStatus;
  readonly source: 'online' | 'salon';
  readonly sequence: number;
  readonly startsAt: number;
  /** Null where there is none, or it was erased. */
  readonly email: string | null;
  readonly salon: {
    readonly timeZone: string;
    readonly email: string | null;
    /** Null: nobody is reminded. */
    readonly reminderMinutes: number | null;
  };
};

/** A line of the ledger that is to be. */
export type NewMessage = {
  readonly kind: MailKind;
  readonly recipient: string;
  readonly dueAt: number;
  /** The start it tells; null where the visit has moved on since. */
  readonly visitStartsAt: number | null;
};

/**
 * The mails an event asks for: one to the customer (unless the salon chose not to write), a notice to the salon of what
 * its customers do, and a reminder where the visit is confirmed and its time to remind is
 * still ahead. A visit that has moved on since gets its messages all the same: the ledger keeps what became of each, and
 * whoever would send one drops it. Only the reminder is left to the later event, which brings its own.
 */
export function messagesOf(event: OutboxEvent, visit: EventVisit, now: number): NewMessage[] {
  const { salon } = visit;
  const current = visit.sequence === event.sequence;
  const visitStartsAt = current ? visit.startsAt : null;
  const messages: NewMessage[] = [];
  const add = (kind: MailKind, recipient: string | null, dueAt = now) => {
    if (recipient !== null && recipient !== '') messages.push({ kind, recipient, dueAt, visitStartsAt });
  };

  const { toCustomer, toSalon } = KINDS[event.kind];
  const customers = toCustomer === 'confirmation' && visit.status === 'requested' ? 'requested' : toCustomer;
  if (event.notify) add(customers, visit.email);
  // Demo data is the salon's own doing too, though no member did it.
  const salons = event.actor === 'customer' && (event.kind !== 'booking_created' || visit.source === 'online');
  if (salons && toSalon !== null) add(toSalon, salon.email);
  if (event.kind !== 'booking_cancelled' && current && visit.status === 'confirmed' && salon.reminderMinutes !== null) {
    const dueAt = reminderTime(salon.timeZone, visit.startsAt, salon.reminderMinutes);
    if (dueAt > now) add('reminder', visit.email, dueAt);
  }
  return messages;
}

const KINDS = {
  booking_created: { toCustomer: 'confirmation', toSalon: 'notice_booked' },
  booking_moved: { toCustomer: 'moved', toSalon: 'notice_moved' },
  booking_cancelled: { toCustomer: 'cancelled', toSalon: 'notice_cancelled' },
  // What was asked for is granted, or stands again: only a salon does that.
  booking_confirmed: { toCustomer: 'confirmation', toSalon: null },
} as const satisfies Record<OutboxEvent['kind'], { toCustomer: MailKind; toSalon: MailKind | null }>;

/** What this worker knows how to tell of. Events of a newer release wait for a worker of that release. */
export const KNOWN_EVENTS: readonly string[] = Object.keys(KINDS);
