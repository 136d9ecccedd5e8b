import { describe, expect, test } from 'vitest';
import { calendarEntry } from './calendar-entry.ts';
import { anyMail, KINDS, SALON, SATURDAY_2PM, SIE, VISIT, visitMail } from './mail.fixture.ts';
import { renderMail } from './render-mail.ts';

const manageUrl = 'https://termine.example/b/AZr8fpOwfMOYxNwMDAc5jwGa_H6TsHzDmMTcDAwHOY8AAQ';
const people = {
  organizer: { name: 'Salon Elbe', address: 'hallo@salon-elbe.example' },
  attendee: { name: 'Jonas Petersen', address: 'jonas@kunde.example' },
};

/** The lines of a file, put together again where they were folded. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const lineOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => new RegExp(`^${name}[:;]`).test(line))
    ?.slice(name.length + 1);

test('an invitation says who invites whom to what, and asks for no answer', () => {
  const file = calendarEntry({
    method: 'REQUEST',
    visit: { ...VISIT, sequence: 3 },
    salon: SALON,
    manageUrl,
    ...people,
  });
  expect(unfolded(file)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Salon//Booking//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${VISIT.id}@salon-booking`,
    'SEQUENCE:3',
    'DTSTAMP:20261209T130000Z',
    'DTSTART:20261219T130000Z',
    'DTEND:20261219T133000Z',
    'SUMMARY:Herrenhaarschnitt – Salon Elbe',
    'LOCATION:Salon Elbe\\, Große Elbstraße 1\\, 22767 Hamburg',
    `DESCRIPTION:Herrenhaarschnitt: Mara Lindner\\n${manageUrl}`,
    'ORGANIZER;CN="Salon Elbe":mailto:hallo@salon-elbe.example',
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Jonas Petersen":MAILTO:jonas@kunde.example',
    `URL;VALUE=URI:${manageUrl}`,
    'STATUS:CONFIRMED',
    'CREATED:20261209T130000Z',
    'LAST-MODIFIED:20261209T130000Z',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

describe('the form of the file', () => {
  const hostile = 'Färben 👩‍🎨; "kurz", \\ lang\r\nATTENDEE:mailto:evil@kunde.example\r\nEND:VEVENT';
  const file = calendarEntry({
    method: 'REQUEST',
    visit: { ...VISIT, items: [{ service: hostile.repeat(4), staff: hostile }] },
    salon: { name: hostile, address: { street: hostile, postalCode: null, city: null } },
    manageUrl,
    organizer: { name: hostile, address: 'hallo@salon-elbe.example' },
    attendee: { name: hostile, address: 'jonas@kunde.example' },
  });

  test('every line ends with CRLF and has at most 75 octets, no character torn', () => {
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
  });

  test('no text becomes a line of its own', () => {
    const names = unfolded(file).map((line) => line.split(/[:;]/)[0]);
    expect(names.filter((name) => name === 'ATTENDEE')).toHaveLength(1);
    expect(names.filter((name) => name === 'END')).toHaveLength(2);
  });
});

describe('which mails carry one', () => {
  test.each(KINDS)('%s', (kind) => {
    const { alternatives, attachments } = renderMail(anyMail(kind, SIE));
    const method = { confirmation: 'REQUEST', moved: 'REQUEST', cancelled: 'CANCEL' }[kind as string];
    if (method === undefined) {
      expect([alternatives, attachments]).toEqual([[], []]);
      return;
    }
    expect(alternatives.map(({ contentType }) => contentType)).toEqual([
      `text/calendar; charset=utf-8; method=${method}`,
    ]);
    expect(attachments).toEqual([
      { filename: 'termin.ics', contentType: 'application/ics', content: alternatives[0]?.content },
    ]);
    expect(lineOf(attachments[0]?.content ?? '', 'METHOD')).toBe(method);
  });

  test('not one about a visit that is only asked for', () => {
    expect(renderMail(visitMail('moved', SIE, { visit: { status: 'requested' } })).attachments).toEqual([]);
  });
});

test('from confirmation to cancellation it is one entry, each replacing the one before', () => {
  const life = [
    visitMail('confirmation', SIE),
    visitMail('moved', SIE, { visit: { sequence: 1, startsAt: SATURDAY_2PM + 3_600_000 } }),
    visitMail('cancelled', SIE, { visit: { sequence: 2 } }),
  ].map((mail) => renderMail(mail).attachments[0]?.content ?? '');
  expect(new Set(life.map((file) => lineOf(file, 'UID'))).size).toBe(1);
  expect(life.map((file) => lineOf(file, 'SEQUENCE'))).toEqual(['0', '1', '2']);
  expect(life.map((file) => lineOf(file, 'STATUS'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  expect(new Set(life.map((file) => lineOf(file, 'ORGANIZER'))).size).toBe(1);
});

test('a salon without an address of its own is invited for by the operator', () => {
  const { attachments } = renderMail(visitMail('confirmation', SIE, { salon: { email: null } }));
  expect(lineOf(attachments[0]?.content ?? '', 'ORGANIZER')).toBe('CN="Salon Elbe":mailto:post@terminbuch.example');
});
