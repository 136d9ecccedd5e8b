import { describe, expect, test } from 'vitest';
import { envelopeOf } from './envelope.ts';
import { SALON, SIE } from './mail.fixture.ts';
import type { TimeOffMail } from './mail.ts';
import { renderMail } from './render-mail.ts';

const URL = 'https://termine.example/desk/salon-elbe/team';
const mailOf = (changes: Partial<TimeOffMail> = {}): TimeOffMail => ({
  ...SIE,
  kind: 'time_off_approved',
  operator: { name: 'Terminbuch', address: 'post@terminbuch.example' },
  salon: SALON,
  now: 0,
  recipient: 'mara@salon.example',
  ...{ firstDate: '2026-12-21', lastDate: '2026-12-24', startMinute: null, endMinute: null },
  decidedBy: 'Maren Petersen',
  answer: null,
  url: URL,
  ...changes,
});
const firstLine = (changes: Partial<TimeOffMail>) => renderMail(mailOf(changes)).text.split('\n')[0];

test.each<[string, Partial<TimeOffMail>, string]>([
  ['approved', {}, 'Ihre freie Zeit ist zugesagt: Mo., 21. Dezember bis Do., 24. Dezember.'],
  [
    'a day, declined',
    { kind: 'time_off_declined', lastDate: '2026-12-21' },
    'Ihre freie Zeit ist abgelehnt: Mo., 21. Dezember.',
  ],
  [
    'an afternoon, revoked',
    { kind: 'time_off_revoked', lastDate: '2026-12-21', startMinute: 725, endMinute: 1440 },
    'Die Zusage für Ihre freie Zeit ist zurückgenommen: Mo., 21. Dezember, 12:05 bis 24:00 Uhr.',
  ],
  ['in English', { locale: 'en' }, 'Your time off is approved: Mon 21 December to Thu 24 December.'],
])('the first line says what became of it: %s', (_story, changes, line) => {
  expect(firstLine(changes)).toBe(line);
});

describe.each(
  (['time_off_approved', 'time_off_declined', 'time_off_revoked'] as const).flatMap((kind) =>
    (['de', 'en'] as const).map((locale) => ({ kind, locale })),
  ),
)('$kind, $locale', ({ kind, locale }) => {
  const { subject, html, text, attachments } = renderMail(mailOf({ kind, locale, answer: 'Da ist Messe.\nBis bald.' }));

  test('says who decided, what was said to it, and leads to the team', () => {
    for (const part of [html, text]) {
      expect(part).toContain('Maren Petersen');
      expect(part).toContain('Da ist Messe.');
      expect(part).toContain(URL);
      expect(part).toContain('2026');
      expect(part).not.toMatch(/undefined|null|NaN|Invalid/);
    }
    expect(attachments).toEqual([]);
    expect([...subject].length).toBeLessThanOrEqual(78);
  });

  test('is in one language, and loads nothing', () => {
    expect(text).not.toMatch(locale === 'de' ? /\b(your|du|dein|the)\b/i : /\b(Ihre|Uhr|bis|Von)\b/);
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form)\b|@import|url\(/i);
  });
});

test('du is for customers: whoever works there reads Sie', () => {
  expect(firstLine({ addressForm: 'du' })).toMatch(/^Ihre /);
});

test('it comes from the salon, which is answered', () => {
  const { from, replyTo } = envelopeOf(mailOf(), 'id');
  expect([from.name, replyTo?.address]).toEqual(['Salon Elbe über Terminbuch', 'hallo@salon-elbe.example']);
});

test('what somebody typed leads nowhere and builds nothing', () => {
  const hostile = '<a href="https://boese.example">Gewinn</a> www.boese.example\r\nBcc: alle@salon.example';
  const { html, text } = renderMail(mailOf({ decidedBy: hostile, answer: hostile }));
  expect(html).not.toContain('boese.example');
  expect(html).not.toContain('<a href="https://boese');
  expect(text).not.toContain('www.boese.example');
});
