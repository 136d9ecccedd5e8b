import { calendarEntry } from '@salon/emails/calendar-entry';
import { expect, test } from 'vitest';
import { calendarInWords } from './calendar-in-words.ts';

test('the entry of our own mails can be read again, long names and commas too', () => {
  const service = 'Waschen, Schneiden, Föhnen; danach eine lange Beratung über Pflege und Farbe zu Hause';
  const file = calendarEntry({
    method: 'REQUEST',
    visit: {
      id: '019afc7e-93b0-7cc3-98c4-dc0c0c07398f',
      status: 'confirmed',
      sequence: 2,
      startsAt: Date.parse('2026-12-19T13:00:00Z'),
      endsAt: Date.parse('2026-12-19T14:15:00Z'),
      createdAt: 0,
      updatedAt: 0,
      items: [{ service, staff: 'Mara' }],
    },
    salon: { name: 'Salon Elbe', address: { street: 'Große Elbstraße 1', postalCode: '22767', city: 'Hamburg' } },
    manageUrl: 'https://termine.example/b/x',
    organizer: { name: 'Salon Elbe', address: 'hallo@salon-elbe.example' },
    attendee: { name: 'Jonas', address: 'jonas@kunde.example' },
  });
  expect(calendarInWords(file)).toEqual({
    method: 'REQUEST',
    summary: `${service} – Salon Elbe`,
    location: 'Salon Elbe, Große Elbstraße 1, 22767 Hamburg',
    startsAt: Date.parse('2026-12-19T13:00:00Z'),
    endsAt: Date.parse('2026-12-19T14:15:00Z'),
    sequence: '2',
  });
});

test.each(['', 'BEGIN:VCALENDAR', 'DTSTART;VALUE=DATE:20261219\r\nDTEND;VALUE=DATE:20261220'])('not ours: %j', (file) =>
  expect(calendarInWords(file)).toBeUndefined(),
);
