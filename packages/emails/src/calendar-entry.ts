import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addressLine } from './links.ts';
import type { Mailbox, MailSalon, MailVisit } from './mail.ts';

type Entry = {
  readonly visit: Pick<MailVisit, 'id' | 'status' | 'sequence' | 'startsAt' | 'endsAt' | 'createdAt' | 'updatedAt'> & {
    readonly items: readonly Pick<MailVisit['items'][number], 'service' | 'staff'>[];
  };
  readonly salon: Pick<MailSalon, 'name' | 'address'>;
  readonly manageUrl: string;
};

/** To look at, or sent to somebody: then it says who invites and who is invited. */
export type CalendarEntry =
  | (Entry & { readonly method: 'PUBLISH' })
  | (Entry & { readonly method: 'REQUEST' | 'CANCEL'; readonly organizer: Mailbox; readonly attendee: Mailbox });

/**
 * A visit as a calendar entry (RFC 5545, sent: RFC 5546). The UID never changes and SEQUENCE rises with every move, so that
 * a calendar replaces the old entry; all times are UTC, which needs no time zone definition and is right everywhere.
 */
export function calendarEntry(entry: CalendarEntry): string {
  const { method, visit, salon, manageUrl } = entry;
  const calendar = ical({
    prodId: { company: 'Salon', product: 'Booking', language: 'EN' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${visit.id}@salon-booking`,
    sequence: visit.sequence,
    stamp: new Date(visit.updatedAt),
    created: new Date(visit.createdAt),
    lastModified: new Date(visit.updatedAt),
    start: new Date(visit.startsAt),
    end: new Date(visit.endsAt),
    summary: `${visit.items.map((item) => item.service).join(', ')} – ${salon.name}`,
    location: [salon.name, addressLine(salon.address)].filter((part) => part !== '').join(', '),
    description: [...visit.items.map((item) => `${item.service}: ${item.staff}`), manageUrl].join('\n'),
    url: manageUrl,
    status: statusOf(visit.status),
  });
  if (entry.method !== 'PUBLISH') {
    const { organizer, attendee } = entry;
    event.organizer({ name: organizer.name ?? organizer.address, email: organizer.address });
    // She has said yes by booking: nobody is asked for an answer.
    event.createAttendee({
      name: attendee.name ?? attendee.address,
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
  // Every line ends so, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function statusOf(status: MailVisit['status']): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED;
  return status === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
