import { describe, expect, test } from 'vitest';
import { oneLine, severalLines, withoutLinks } from './foreign-text.ts';
import { anyMail, KINDS, SIE } from './mail.fixture.ts';
import { renderMail } from './render-mail.ts';

/** Elements and attributes in their order, without what the attributes say. */
const skeleton = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ''));

const HOSTILE = {
  script: '<script>alert(1)</script>',
  attribute: `"><img src=x onerror=alert(1)> ' onmouseover='x`,
  comment: '--><!--[if mso]><b>',
  entity: '&lt;b&gt; &#60;i&#62;',
  newline: 'Jonas\r\nBcc: all@kunde.example\r\n\r\n<b>',
  tab: 'Jonas\tPetersen\u2028Neue Zeile',
  control: 'Jo\u0000nas\u0007 \u001b[31mPetersen',
  backwards: '\u202eneseteP\u2066 sanoJ',
  half: 'Jonas \ud800 Petersen',
  template: '$& $1 {{7*7}} <%= 7 %>',
  long: 'W'.repeat(200),
};

describe.each(Object.entries(HOSTILE))('a name, note and salon called %s', (_story, text) => {
  const changes = {
    salon: { name: text, phone: text, address: { street: text, postalCode: '22767', city: text } },
    visit: {
      reference: text,
      name: text,
      phone: text,
      guestName: text,
      note: text,
      cancelReason: text,
      items: [{ service: text, staff: text, startsAt: 0, priceCents: 3500 }],
    },
  };
  const calm = {
    salon: { name: 'Salon', phone: 'keins', address: { street: 'Straße', postalCode: '22767', city: 'Stadt' } },
    visit: {
      reference: 'X',
      name: 'Jonas',
      phone: 'keins',
      guestName: 'Mia',
      note: 'Notiz',
      cancelReason: 'Grund',
      items: [{ service: 'Schnitt', staff: 'Mara', startsAt: 0, priceCents: 3500 }],
    },
  };

  test.each(KINDS)('changes nothing in the build of a mail: %s', (kind) => {
    const mail = renderMail(anyMail(kind, SIE, changes));
    const lineBreaks = (tags: string[]) => tags.filter((tag) => tag !== '<br>');
    expect(lineBreaks(skeleton(mail.html))).toEqual(lineBreaks(skeleton(renderMail(anyMail(kind, SIE, calm)).html)));
    expect(mail.subject).toBe(oneLine(mail.subject));
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066\u2028]/u);
      expect(part.isWellFormed()).toBe(true);
    }
  });
});

test('text from right to left is shut in, so that the time beside it stays the right way round', () => {
  const { text, subject } = renderMail(anyMail('notice_booked', SIE, { visit: { name: 'דוד כהן' } }));
  expect(text.split('\n')[0]).toBe('Neuer Termin: \u2068דוד כהן\u2069, Sa., 19. Dezember, 14:00 Uhr.');
  expect(subject).toContain('\u2068דוד כהן\u2069');
});

test.each([
  ['Gewinn: https://evil.example/x', 'Gewinn: https: //evil. example/x'],
  ['www.evil.example', 'www. evil. example'],
  ['Dr.Müller, 12.30 Uhr, 3.5 cm.', 'Dr. Müller, 12.30 Uhr, 3.5 cm.'],
])('what somebody typed leads nowhere: %s', (typed, shown) => {
  expect(withoutLinks(typed)).toBe(shown);
  const { text, html } = renderMail(anyMail('confirmation', SIE, { visit: { note: typed, guestName: typed } }));
  expect(text).toContain(`Notiz: ${shown}`);
  expect(html).not.toContain('evil.example');
});

test.each([
  ['  Jonas   Petersen ', 'Jonas Petersen'],
  ['Zoë 👩‍👧 Nguyễn', 'Zoë 👩‍👧 Nguyễn'],
  ['Ma\u00adra\u200b', 'Mara'],
])('a line of text: %s', (typed, shown) => expect(oneLine(typed)).toBe(shown));

test('several lines keep their breaks, whatever the system they were typed on', () => {
  expect(severalLines('eins\r\nzwei\rdrei\n\n\n\n vier ')).toBe('eins\nzwei\ndrei\n\nvier');
});
