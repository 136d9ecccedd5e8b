import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Opened } from './manage.service.ts';

/**
 * The visit as a calendar entry (RFC 5545). The UID never changes and SEQUENCE rises with every
 * move, so that a calendar replaces the old entry; all times are UTC, which needs no time zone
 * definition and is right everywhere.
 */
export function calendarOf({ salon, visit }: Opened, manageUrl: string): string {
  const { profile } = salon;
  const place = [profile.name, profile.street, [profile.postalCode, profile.city].filter(Boolean).join(' ')];
  const calendar = ical({
    prodId: { company: 'Salon', product: 'Booking', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${visit.id}@salon-booking`,
    sequence: visit.sequence,
    stamp: new Date(visit.updatedAt),
    created: new Date(visit.createdAt),
    lastModified: new Date(visit.updatedAt),
    start: new Date(visit.startsAt),
    end: new Date(visit.endsAt),
    summary: `${visit.items.map((item) => item.service).join(', ')} – ${profile.name}`,
    location: place.filter(Boolean).join(', '),
    description: [...visit.items.map((item) => `${item.service}: ${item.staff}`), manageUrl].join('\n'),
    url: manageUrl,
    status: statusOf(visit.status),
  });
  // Every line ends so, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function statusOf(status: Opened['visit']['status']): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED;
  return status === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
