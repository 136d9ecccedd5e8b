import type { DayBook, DayVisit } from './day-book.ts';
import type { Change, DeskCalls, IllVisit } from './desk-calls.ts';

const MINUTE = 60_000;
/** Half-hours of a day a visit may be moved by. */
const FARTHEST = 12;

export const share = () => Math.random();
export const below = (count: number) => Math.floor(share() * count);
const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];

/** What a member knows when she acts. */
export type Known = {
  readonly day: DayBook;
  readonly staffIds: readonly string[];
  readonly cut: { readonly id: string; readonly name: string };
  /** The last change of hers that was made; undefined: none, or taken back. */
  readonly last: string | undefined;
};

const instant = (at: number) => new Date(at).toISOString();
const seenAs = ({ id, version }: DayVisit) => [{ visitId: id, version }];
/** Both at one desk often want the first visit there is. */
const oneOf = (visits: readonly DayVisit[]) => (share() < 0.3 ? visits[0] : pick(visits));
/** One that takes place: who was missed is brought back before anything else. */
const liveVisit = ({ day }: Known) => oneOf(day.visits.filter(({ status }) => status !== 'no_show'));

/** Somebody who is there without details, after some visit of the day or, on purpose, half over it. */
export function makeVisit(known: Known, overlap: boolean): Change {
  const { day, staffIds, cut } = known;
  const other = liveVisit(known);
  const startsAt = instant(
    other === undefined ? Date.parse(`${day.date}T12:00:00Z`) : other.startsAt + (overlap ? 15 : 30) * MINUTE,
  );
  const staffId = (overlap ? other?.staffId : undefined) ?? pick(staffIds) ?? '';
  const items = [{ serviceId: cut.id, staffId, startsAt }];
  return {
    ...{ what: overlap ? 'over' : 'make', path: 'visits', overlap, asked: [{ staffId, service: cut.name, startsAt }] },
    body: { customer: null, items, notify: false, overlap, outside: true },
  };
}

/** Some half-hours earlier or later, and perhaps with somebody else. */
export function moveVisit(known: Known, overlap: boolean): Change | undefined {
  const visit = liveVisit(known);
  if (visit === undefined) return undefined;
  const staffId = (share() < 0.5 ? pick(known.staffIds) : visit.staffId) ?? visit.staffId;
  const startsAt = instant(visit.startsAt + (below(2 * FARTHEST) - FARTHEST) * 30 * MINUTE);
  const items = [{ serviceId: visit.serviceId, staffId, startsAt }];
  const asked = [{ staffId, service: visit.service, startsAt }];
  return {
    ...{ what: 'move', method: 'PUT', path: `visits/${visit.id}`, overlap, asked, seen: seenAs(visit) },
    body: { version: visit.version, items, notify: true, overlap, outside: true },
  };
}

export function cancelVisit(known: Known): Change | undefined {
  const visit = liveVisit(known);
  return visit && marked('cancel', visit, 'cancelled');
}

/** She has come, has not come, or that was said of the wrong one. */
export function markVisit({ day }: Known): Change | undefined {
  const visit = oneOf(day.visits);
  if (visit === undefined) return undefined;
  const next = share() < 0.6 ? 'arrived' : 'no_show';
  return marked('mark', visit, visit.status === 'confirmed' ? next : 'confirmed');
}

const marked = (what: string, visit: DayVisit, status: string): Change => ({
  ...{ what, path: `visits/${visit.id}/status`, seen: seenAs(visit) },
  // Whoever was missed has let her time go, and wants it back.
  asked: visit.status === 'no_show' ? [asIs(visit)] : [],
  body: { version: visit.version, status, notify: what === 'cancel' },
});

const asIs = ({ staffId, service, startsAt }: DayVisit) => ({ staffId, service, startsAt: instant(startsAt) });

export const undoLast = ({ last }: Known): Change | undefined =>
  last === undefined ? undefined : { what: 'undo', path: `changes/${last}/undo`, undoes: last, body: {} };

/** Somebody who has visits is ill all day: they are given to others, moved, cancelled or kept. */
export function fallIll(known: Known, desk: DeskCalls): Change | undefined {
  const { day } = known;
  const staffId = liveVisit(known)?.staffId;
  if (staffId === undefined) return undefined;
  const visits = desk.illPreview(staffId, day.date);
  if (visits.length === 0) return undefined;
  const choices = visits.map(choiceFor);
  const days = { staffId, from: day.date, to: day.date };
  return {
    ...{ what: 'ill', path: 'ill', ill: days, asked: choices.flatMap(({ asked }) => asked) },
    seen: visits.map(({ visit }) => ({ visitId: visit.id, version: visit.version })),
    body: { ...days, choices: choices.map(({ choice }) => choice), notify: true },
  };
}

/** Two visits may be moved to one time: then all of it is refused, as it is at a desk. So most that cannot be given are cancelled. */
function choiceFor({ visit, others, times }: IllVisit) {
  const of = { visitId: visit.id, version: visit.version };
  const service = visit.items[0]?.service ?? '';
  const [other] = others;
  if (share() < 0.2) return { asked: [], choice: { do: 'keep', ...of } };
  if (other !== undefined) {
    const asked = [{ staffId: other.staffId, service, startsAt: visit.startsAt }];
    return { asked, choice: { do: 'give', ...of, staffId: other.staffId } };
  }
  const time = share() < 0.3 ? pick(times) : undefined;
  const staffId = time?.staffIds[0];
  if (time === undefined || staffId === undefined) return { asked: [], choice: { do: 'cancel', ...of } };
  const { startsAt } = time;
  return { asked: [{ staffId, service, startsAt }], choice: { do: 'move', ...of, staffId, startsAt } };
}

/** Whoever was ill is back: her time off ends. */
export function comeBack({ day }: Known): Change | undefined {
  const timeOff = pick(day.timeOffs);
  // Nobody is ill that day.
  return timeOff === undefined ? undefined : { what: 'back', path: `time-off/${timeOff}/end`, body: {} };
}
