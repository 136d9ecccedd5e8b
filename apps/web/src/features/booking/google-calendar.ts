import type { Booking } from '@salon/contracts/booking';

/** A link that offers a visit to Google's calendar. */
export function googleCalendarLink(
  booking: Pick<Booking, 'startsAt' | 'endsAt'>,
  about: { readonly title: string; readonly location: string },
): string {
  const stamp = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
  const params = new URLSearchParams({
    action: 'TEMPLATE',
    text: about.title,
    dates: `${stamp(booking.startsAt)}/${stamp(booking.endsAt)}`,
    location: about.location,
  });
  return `https://calendar.google.com/calendar/render?${params}`;
}
