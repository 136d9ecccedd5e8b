import type { AuditEntry } from '@salon/contracts/desk/audit';
import { wallClock } from '../../lib/dates.ts';
import type { Formats } from '../../lib/formats.ts';
import type { DeskMessages } from '../i18n/de.ts';

type Facts = Readonly<Record<string, unknown>>;
type Speech = { readonly t: DeskMessages; readonly f: Formats; readonly timezone: string; readonly currency: string };
export type ChangedFact = { readonly what: string; readonly from: string | null; readonly to: string | null };

/** One change as somebody would tell it. */
export function sentenceOf(entry: AuditEntry, speech: Speech): string {
  const { actions, who } = speech.t.audit;
  const { actor, subject, action } = entry;
  const before = factsOf(entry.before);
  const after = factsOf(entry.after);
  const tell = (actions as Readonly<Record<string, (p: Told) => string>>)[action] ?? actions.other;
  const from = moment(before.startsAt, speech);
  const to = moment(after.startsAt, speech);
  return tell({
    who: actor.name ?? who[actor.kind],
    name: subject.name ?? text(after.name) ?? text(after.email) ?? text(before.name) ?? text(before.email),
    from,
    // On the same day the time says it all.
    to: from && to && sameDay(before.startsAt, after.startsAt, speech) ? timeOf(after.startsAt, speech) : to,
  });
}

/** What a sentence may tell; all but who acted may be unknown. */
type Told = {
  readonly who: string;
  readonly name: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** What changed beside what the sentence says, from what to what. */
export function factsChanged(entry: AuditEntry, speech: Speech): readonly ChangedFact[] {
  const before = factsOf(entry.before);
  const after = factsOf(entry.after);
  const names = speech.t.audit.facts as Readonly<Record<string, string>>;
  return Object.entries(names).flatMap(([key, what]) => {
    const from = shown(key, before[key], speech);
    const to = shown(key, after[key], speech);
    return from === to ? [] : [{ what, from, to }];
  });
}

const factsOf = (json: unknown): Facts => (json instanceof Object && !Array.isArray(json) ? (json as Facts) : {});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function shown(key: string, value: unknown, speech: Speech): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (key === 'items') return text(Array.isArray(value) ? value.map((item) => itemOf(item, speech)).join(', ') : null);
  if (key === 'stations') return text(Array.isArray(value) ? value.filter(text).join(', ') : null);
  if (typeof value === 'boolean') return value ? speech.t.audit.yes : speech.t.audit.no;
  if (typeof value === 'number') return key === 'priceCents' ? speech.f.price(value, speech.currency) : String(value);
  if (typeof value !== 'string') return null;
  if (key === 'startsAt' || key === 'endsAt') return moment(value, speech);
  if (key === 'status') return (speech.t.audit.states as Readonly<Record<string, string>>)[value] ?? value;
  if (key === 'role') return (speech.t.shell.roles as Readonly<Record<string, string>>)[value] ?? value;
  return value;
}

function itemOf(item: unknown, speech: Speech): string {
  const { service, staff, startsAt } = factsOf(item);
  return [text(service), text(staff), timeOf(startsAt, speech)].filter(Boolean).join(' · ');
}

const clockAt = (value: unknown, { timezone }: Speech) => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : wallClock(timezone, at);
};

function moment(value: unknown, speech: Speech): string | null {
  const clock = clockAt(value, speech);
  return clock ? `${speech.f.day(clock.date)}, ${speech.f.time(clock.time)}` : null;
}

function timeOf(value: unknown, speech: Speech): string | null {
  const clock = clockAt(value, speech);
  return clock ? speech.f.time(clock.time) : null;
}

const sameDay = (a: unknown, b: unknown, speech: Speech) => clockAt(a, speech)?.date === clockAt(b, speech)?.date;
