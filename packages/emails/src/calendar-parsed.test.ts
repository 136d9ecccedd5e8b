import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { SIE, VISIT, visitMail } from './mail.fixture.ts';
import { renderMail } from './render-mail.ts';

const HOSTILE = 'Färben 👩‍🎨; "kurz", \\ lang ^x\r\nATTENDEE:mailto:evil@kunde.example';
const SHOWN = 'Färben 👩‍🎨; "kurz", \\ lang ^x ATTENDEE:mailto:evil@kunde.example';

/** The entry of a mail as a calendar program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const [event] = calendar.getAllSubcomponents('vevent');
  if (event === undefined) throw new Error('no event');
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(event) };
}

describe('a calendar program reads', () => {
  test.each([
    ['confirmation', 'REQUEST', 'CONFIRMED'],
    ['moved', 'REQUEST', 'CONFIRMED'],
    ['cancelled', 'CANCEL', 'CANCELLED'],
  ] as const)('%s', (kind, method, status) => {
    const items = [{ service: HOSTILE, staff: 'Mara', startsAt: 0, priceCents: 3500 }];
    const mail = renderMail(visitMail(kind, SIE, { visit: { items, sequence: 3 }, salon: { name: HOSTILE } }));
    const { event, method: does } = read(mail.alternatives[0]?.content ?? '');
    expect(does).toBe(method);
    expect([event.uid, event.sequence]).toEqual([`${VISIT.id}@salon-booking`, 3]);
    expect(event.startDate.toJSDate()).toEqual(new Date(VISIT.startsAt));
    expect(event.endDate.toJSDate()).toEqual(new Date(VISIT.endsAt));
    expect(event.summary).toBe(`${SHOWN} – ${SHOWN}`);
    expect(event.location).toBe(`${SHOWN}, Große Elbstraße 1, 22767 Hamburg`);
    expect(event.organizer).toBe('mailto:hallo@salon-elbe.example');
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual(['MAILTO:jonas@kunde.example']);
    expect(event.component.getFirstPropertyValue('status')).toBe(status);
  });
});
