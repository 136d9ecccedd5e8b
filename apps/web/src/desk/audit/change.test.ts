import type { AuditEntry } from '@salon/contracts/desk/audit';
import { expect, test } from 'vitest';
import { formats } from '../../lib/formats.ts';
import { deskDe } from '../i18n/de.ts';
import { deskEn } from '../i18n/en.ts';
import { factsChanged, sentenceOf } from './change.ts';

const SALON = { timezone: 'Europe/Berlin', currency: 'EUR' };
const GERMAN = { t: deskDe, f: formats('de'), ...SALON };
const ENGLISH = { t: deskEn, f: formats('en'), ...SALON };

const entry = (over: Partial<AuditEntry>): AuditEntry => ({
  id: '01990000-0000-7000-8000-000000000001',
  at: '2026-12-01T09:00:00Z',
  actor: { kind: 'member', name: 'Maren' },
  action: 'visit.moved',
  subject: { kind: 'visit', id: '01990000-0000-7000-8000-000000000002', name: 'Jonas P.' },
  before: null,
  after: null,
  ...over,
});

const MOVED = entry({
  before: { startsAt: '2026-12-19T09:00:00Z', endsAt: '2026-12-19T09:30:00Z' },
  after: { startsAt: '2026-12-19T10:00:00Z', endsAt: '2026-12-19T10:30:00Z' },
});

/** As it is read; a date is kept together by spaces that do not break. */
const said = (...of: Parameters<typeof sentenceOf>) => sentenceOf(...of).replaceAll('\u00a0', ' ');

test('a visit moved within its day says both times, in the salon’s zone', () => {
  expect(said(MOVED, GERMAN)).toBe(
    'Maren hat den Termin von Jonas P. von Sa., 19. Dez. 2026, 10:00 Uhr auf 11:00 Uhr verlegt',
  );
  expect(said(MOVED, ENGLISH)).toBe('Maren moved the appointment of Jonas P. from Sat, 19 Dec 2026, 10:00 to 11:00');
});

test('moved to another day, it says that day', () => {
  const other = { ...MOVED, after: { startsAt: '2026-12-21T10:00:00Z' } };
  expect(said(other, GERMAN)).toContain('auf Mo., 21. Dez. 2026, 11:00 Uhr verlegt');
});

test('who has no name is told by what she is, and a visit without a name by itself', () => {
  const online = entry({
    action: 'visit.cancelled',
    actor: { kind: 'customer', name: null },
    subject: { kind: 'visit', id: MOVED.subject.id, name: null },
  });
  expect(sentenceOf(online, GERMAN)).toBe('Die Kundin oder der Kunde hat den Termin abgesagt');
});

test('an action nobody has words for is still told', () => {
  expect(sentenceOf(entry({ action: 'something.new' }), GERMAN)).toBe('Maren hat etwas geändert');
});

test('what changed is told from what to what, with prices, states and services in words', () => {
  const changed = entry({
    action: 'visit.changed',
    before: { status: 'confirmed', priceCents: 3500, note: null, items: [], stations: ['Fensterplatz links'] },
    after: {
      status: 'no_show',
      priceCents: 4250,
      note: 'kurz',
      stations: ['Spiegelwand'],
      items: [{ service: 'Schnitt', staff: 'Mia', startsAt: '2026-12-19T09:00:00Z' }],
    },
  });
  expect(factsChanged(changed, GERMAN).map(({ what, from, to }) => [what, from, to])).toEqual([
    ['Leistungen', null, 'Schnitt · Mia · 10:00 Uhr'],
    ['Platz', 'Fensterplatz links', 'Spiegelwand'],
    ['Preis', '35\u00a0€', '42,50\u00a0€'],
    ['Stand', 'bestätigt', 'nicht erschienen'],
    ['Notiz', null, 'kurz'],
  ]);
});

test('each action has words in both languages, and neither is the other’s', () => {
  expect(Object.keys(deskEn.audit.actions)).toEqual(Object.keys(deskDe.audit.actions));
  const told = { who: 'Mia', name: 'Ben', from: null, to: null };
  for (const action of Object.keys(deskDe.audit.actions) as (keyof typeof deskDe.audit.actions)[]) {
    expect(deskEn.audit.actions[action](told), action).not.toBe(deskDe.audit.actions[action](told));
  }
});
