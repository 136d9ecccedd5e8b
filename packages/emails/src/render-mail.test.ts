import { describe, expect, test } from 'vitest';
import {
  anyMail,
  DU,
  ENGLISH,
  KINDS,
  lostLinkMail,
  noticeMail,
  SATURDAY_2PM,
  type SalonMailKind,
  SIE,
  VISIT,
  visitMail,
  WORDINGS,
  type Wording,
} from './mail.fixture.ts';
import { renderMail } from './render-mail.ts';

const HOUR = 3_600_000;
const everyMail = KINDS.flatMap((kind) => Object.entries(WORDINGS).map(([name, wording]) => ({ kind, name, wording })));
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
const firstLine = (text: string) => text.split('\n')[0];

describe('the first line says the essential', () => {
  test.each<[SalonMailKind, Wording, string]>([
    ['confirmation', SIE, 'Ihr Termin am Sa., 19. Dezember, 14:00 Uhr bei Salon Elbe ist bestätigt.'],
    ['confirmation', DU, 'Dein Termin am Sa., 19. Dezember, 14:00 Uhr bei Salon Elbe ist bestätigt.'],
    ['confirmation', ENGLISH, 'Your appointment with Salon Elbe on Sat 19 December at 14:00 is confirmed.'],
    ['requested', SIE, 'Ihr Termin am Sa., 19. Dezember, 14:00 Uhr bei Salon Elbe ist angefragt.'],
    ['moved', SIE, 'Ihr Termin bei Salon Elbe ist jetzt am Sa., 19. Dezember, 14:00 Uhr.'],
    ['cancelled', SIE, 'Ihr Termin am Sa., 19. Dezember, 14:00 Uhr bei Salon Elbe ist abgesagt.'],
    ['reminder', SIE, 'Ihr Termin bei Salon Elbe ist am Sa., 19. Dezember, 14:00 Uhr.'],
    ['lost_link', DU, 'Hier sind die Links zu deinen Terminen bei Salon Elbe.'],
    ['notice_booked', SIE, 'Neuer Termin: Jonas Petersen, Sa., 19. Dezember, 14:00 Uhr.'],
    ['notice_moved', SIE, 'Geänderter Termin: Jonas Petersen, jetzt Sa., 19. Dezember, 14:00 Uhr.'],
    ['notice_cancelled', ENGLISH, 'Cancelled appointment: Jonas Petersen, Sat 19 December at 14:00.'],
  ])('%s', (kind, wording, line) => {
    const { text, html } = renderMail(anyMail(kind, wording));
    expect(firstLine(text)).toBe(line);
    expect(html.match(/<h1[^>]*>([^<]*)<\/h1>/)?.[1]).toBe(line);
  });
});

describe.each(everyMail)('$kind, $name', ({ kind, wording }) => {
  const mail = renderMail(anyMail(kind, wording));

  test('says something everywhere, and nothing that was not meant to be read', () => {
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|Invalid Date/);
      expect(part.trim()).not.toBe('');
    }
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect([...mail.subject].length).toBeLessThanOrEqual(78);
  });

  test('is in one language and form of address', () => {
    const other = { sie: /\b(du|dein|deine|deinem|deinen|dich|dir)\b/i, du: /\b(Sie|Ihr|Ihre|Ihrem|Ihren|Ihnen)\b/ };
    if (wording.locale === 'de') expect(mail.text).not.toMatch(other[wording.addressForm]);
    else expect(mail.text).not.toMatch(/\b(Termin|Uhr|Wann|bei|Ihr)\b/);
    expect(mail.html).toContain(`<html lang="${wording.locale}"`);
  });

  test('loads nothing, runs nothing, follows nobody', () => {
    expect(mail.html).not.toMatch(/<(script|img|link|iframe|object|form|video)\b|@import|url\(|\son\w+=/i);
    for (const href of hrefs(mail.html)) {
      expect(href).toMatch(/^(https:\/\/termine\.example\/|https:\/\/www\.google\.com\/maps\/|tel:|mailto:)/);
    }
  });

  test('says the same in both parts', () => {
    const read = mail.html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    for (const line of mail.text.split('\n').filter((one) => one !== '' && !one.startsWith('https://'))) {
      const words = line.replace(/^[^:]{1,12}: /, '').replace(/:$/, '');
      for (const part of words.split(', ')) expect(read).toContain(part);
    }
  });
});

test('a subject stays short whatever somebody is called', () => {
  const name = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6);
  for (const { kind, wording } of everyMail) {
    const changes = {
      salon: { name },
      visit: { name, items: [{ service: name, staff: name, startsAt: 0, priceCents: 1 }] },
    };
    const { subject } = renderMail(anyMail(kind, wording, changes));
    expect([...subject].length).toBeLessThanOrEqual(130);
    if (kind !== 'lost_link') expect(subject).toMatch(/19\.? De[cz]/);
  }
});

describe('what, when, with whom, where, for how much', () => {
  test('one service', () => {
    const { text } = renderMail(visitMail('confirmation', SIE));
    expect(text).toContain(
      [
        'Wann: Samstag, 19. Dezember 2026, 14:00 bis 14:30 Uhr',
        'Was: Herrenhaarschnitt',
        'Mit: Mara Lindner',
        'Wo: Große Elbstraße 1, 22767 Hamburg',
        'Preis: 35\u00a0€',
        'Nummer: K7Q2MX',
      ].join('\n'),
    );
  });

  test('several services by several people, a lowest price, somebody else who comes', () => {
    const items = [
      { service: 'Färben', staff: 'Ayşe', startsAt: SATURDAY_2PM, priceCents: 8950 },
      { service: 'Schneiden', staff: 'Mara', startsAt: SATURDAY_2PM + 1.25 * HOUR, priceCents: 5500 },
    ];
    const visit = { items, priceCents: 14_450, priceFrom: true, guestName: 'Mia Petersen' };
    const { text } = renderMail(visitMail('confirmation', SIE, { visit }));
    expect(firstLine(text)).toBe(
      'Der Termin für Mia Petersen am Sa., 19. Dezember, 14:00 Uhr bei Salon Elbe ist bestätigt.',
    );
    expect(text).toContain('14:00 Uhr: Färben mit Ayşe\n15:15 Uhr: Schneiden mit Mara\nFür: Mia Petersen\n');
    expect(text).toContain('Preis: ab 144,50\u00a0€\n');
  });

  test('a salon that has told little about itself', () => {
    const salon = { phone: null, email: null, address: { street: null, postalCode: null, city: null }, colour: null };
    const { text, html } = renderMail(visitMail('confirmation', SIE, { salon, visit: { priceCents: 0 } }));
    expect(text).not.toMatch(/Wo:|Preis:|Antworten/);
    expect(html).not.toContain('maps');
  });

  test('the address leads to a map, the telephone dials', () => {
    const links = hrefs(renderMail(visitMail('confirmation', SIE)).html);
    expect(links).toContain(
      'https://www.google.com/maps/search/?api=1&amp;query=Salon%20Elbe%2C%20Gro%C3%9Fe%20Elbstra%C3%9Fe%201%2C%2022767%20Hamburg',
    );
    expect(links).toContain('tel:+49405550100');
  });

  test('where the clock shows a time twice, it says which', () => {
    const startsAt = Date.parse('2026-10-25T00:30:00Z');
    const { text } = renderMail(visitMail('confirmation', SIE, { visit: { startsAt, endsAt: startsAt + HOUR } }));
    expect(text).toMatch(/\b2:30 (MESZ|GMT\+2) bis 2:30 (MEZ|GMT\+1) Uhr/);
  });

  test('times are the salon’s, wherever the server stands', () => {
    const salon = { timeZone: 'Asia/Kathmandu' };
    const { text } = renderMail(visitMail('confirmation', ENGLISH, { salon }));
    expect(text).toContain('18:45 to 19:15');
  });
});

describe('what can still be done', () => {
  test('until the window closes: the button, and until when it is free', () => {
    const { text } = renderMail(visitMail('confirmation', SIE, { now: SATURDAY_2PM - 24 * HOUR }));
    expect(text).toContain('Termin ändern oder absagen:\nhttps://termine.example/b/');
    expect(text).toContain('Kostenlos ändern oder absagen können Sie bis Fr., 18. Dezember, 14:00 Uhr.');
  });

  test('after that: the telephone', () => {
    const now = SATURDAY_2PM - 24 * HOUR + 1;
    const { text, html } = renderMail(visitMail('reminder', DU, { now }));
    expect(text).toContain('Termin ansehen:\nhttps://termine.example/b/');
    expect(text).toContain('Online lässt sich der Termin nicht mehr ändern. Bitte ruf uns an: +49 40 5550100');
    expect(html).toContain('Bitte ruf uns an: <a href="tel:+49405550100"');
    const silent = renderMail(visitMail('reminder', DU, { now, salon: { phone: null } }));
    expect(silent.text).toContain('Bitte sprich uns an.');
  });

  test('a request says that it is one, and what comes next', () => {
    const { text } = renderMail(visitMail('requested', SIE));
    expect(text).toContain('Sobald sie bestätigt ist, bekommen Sie die nächste Mail.');
    expect(renderMail(visitMail('confirmation', SIE)).text).not.toContain('Sobald sie bestätigt ist');
  });

  test('cancelled, it gives the reason and leads to the salon’s page, no longer to the visit', () => {
    const { text, html } = renderMail(visitMail('cancelled', SIE, { visit: { cancelReason: 'Mara ist krank.' } }));
    expect(text).toContain('Grund: Mara ist krank.');
    expect(hrefs(html)).toContain('https://termine.example/s/salon-elbe');
    expect(html + text).not.toContain('/b/');
  });

  test('lost links: each visit with its own, in their order', () => {
    const { text } = renderMail(lostLinkMail(SIE));
    expect(text.match(/https:\/\/termine\.example\/b\/\S+/g)?.map((url) => url.at(-1))).toEqual(['0', '1']);
    expect(text.indexOf('19. Dezember')).toBeLessThan(text.indexOf('16. Januar'));
    expect(firstLine(renderMail(lostLinkMail(SIE, {}, 1)).text)).toBe(
      'Hier ist der Link zu Ihrem Termin bei Salon Elbe.',
    );
  });
});

describe('the salon is told', () => {
  test('who comes, and how to reach whom', () => {
    const visit = { guestName: 'Mia Petersen', note: 'Allergie gegen PPD.\nBitte anrufen.' };
    const { subject, text, html } = renderMail(noticeMail('notice_booked', SIE, { visit }));
    expect(subject).toBe('Neu: Sa., 19. Dez., 14:00 Uhr, Mia Petersen, Herrenhaarschnitt');
    expect(text).toContain('Wer: Mia Petersen, gebucht von Jonas Petersen\nTelefon: 0151 5550123');
    expect(text).toContain('Notiz: Allergie gegen PPD.\n  Bitte anrufen.\n');
    expect(hrefs(html)).toEqual(['tel:01515550123', 'mailto:jonas@kunde.example']);
    expect(text).not.toContain('/b/');
  });

  test('that a request waits for it', () => {
    const { subject, text } = renderMail(noticeMail('notice_booked', SIE, { visit: { status: 'requested' } }));
    expect(subject).toMatch(/^Anfrage: /);
    expect(text).toContain('Diese Anfrage wartet auf eine Bestätigung.');
  });

  test('from when to when a visit moved, where that is known', () => {
    const previousStartsAt = SATURDAY_2PM - 26 * HOUR;
    expect(renderMail(noticeMail('notice_moved', SIE, { previousStartsAt })).text).toContain(
      'Vorher: Fr., 18. Dezember, 12:00 Uhr',
    );
    expect(renderMail(noticeMail('notice_moved', SIE)).text).not.toContain('Vorher');
    // Moved to somebody else only.
    const same = noticeMail('notice_moved', SIE, { previousStartsAt: VISIT.startsAt });
    expect(renderMail(same).text).not.toContain('Vorher');
  });

  test('why one was cancelled', () => {
    const { text } = renderMail(noticeMail('notice_cancelled', SIE, { visit: { cancelReason: 'Ich bin krank.' } }));
    expect(text).toContain('Grund: Ich bin krank.');
  });
});

describe('the logo', () => {
  const logoIn = (logoUrl: string) => renderMail(visitMail('confirmation', SIE, { salon: { logoUrl } })).html;

  test('stands for the salon’s name, and leaves the name where pictures are off', () => {
    expect(logoIn('https://termine.example/logo.png')).toMatch(
      /<img src="https:\/\/termine\.example\/logo\.png" alt="Salon Elbe"/,
    );
  });

  test.each(['https://termine.example/logo.svg', 'javascript:alert(1)', '/logo.png', 'data:image/png;base64,AA'])(
    'that mail programs do not show is left out: %s',
    (logoUrl) => expect(logoIn(logoUrl)).not.toContain('<img'),
  );
});

test('a mail goes out below the size at which Gmail cuts it', () => {
  const long = { note: 'ä'.repeat(2000), name: 'x'.repeat(200), guestName: 'y'.repeat(200) };
  const { html } = renderMail(visitMail('confirmation', SIE, { visit: long }));
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});
