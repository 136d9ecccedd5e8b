import { expect, test } from 'vitest';
import { googleCalendarLink } from './google-calendar.ts';

test('the calendar is given instants, so that it is right in every zone', () => {
  const link = new URL(
    googleCalendarLink(
      { startsAt: '2026-12-19T14:00:00+01:00', endsAt: '2026-12-19T14:30:00+01:00' },
      { title: 'Herrenhaarschnitt · Salon Elbe & Söhne', location: 'Große Rainstraße 114, 22765 Hamburg' },
    ),
  );
  expect(Object.fromEntries(link.searchParams)).toEqual({
    action: 'TEMPLATE',
    text: 'Herrenhaarschnitt · Salon Elbe & Söhne',
    dates: '20261219T130000Z/20261219T133000Z',
    location: 'Große Rainstraße 114, 22765 Hamburg',
  });
});
