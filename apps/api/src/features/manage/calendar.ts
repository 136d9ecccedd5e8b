import { calendarEntry } from '@salon/emails/calendar-entry';
import type { Opened } from './manage.service.ts';

/** The visit as a calendar entry for whoever opens its link; the same entry as the one her mails carry. */
export function calendarOf({ salon: { profile }, visit }: Opened, manageUrl: string): string {
  const { name, street, postalCode, city } = profile;
  return calendarEntry({ method: 'PUBLISH', visit, salon: { name, address: { street, postalCode, city } }, manageUrl });
}
