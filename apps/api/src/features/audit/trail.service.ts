import type { AuditAnswer } from '@salon/contracts/desk/audit';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import type { DeskVisitRepo } from '../calendar/desk-visit.repo.ts';
import { seenVisit } from '../desk-visit/seen-visit.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { withPricesOf } from './own-prices.ts';
import type { Mark, TrailRepo, TrailRow } from './trail.repo.ts';

/** Lines of one answer. */
const PAGE = 50;

export type TrailDeps = {
  readonly salons: SalonService;
  readonly deskVisits: DeskVisitRepo;
  readonly trail: TrailRepo;
};

/** What was changed in a salon; of whoever sees only her own, what she did herself. */
export function salonTrail(deps: TrailDeps, member: MemberScope, before: string | undefined): Promise<AuditAnswer> {
  return answer(deps, member, member.reach === 'all' ? 'all' : { loginId: member.loginId }, before);
}

/** What became of a visit. Throws `booking_not_found`. */
export async function visitTrail(
  deps: TrailDeps,
  member: MemberScope,
  visitId: string,
  before: string | undefined,
): Promise<AuditAnswer> {
  await seenVisit(deps, member, visitId);
  return answer(deps, member, { subjectId: visitId }, before);
}

async function answer(
  { salons, trail }: TrailDeps,
  member: MemberScope,
  whose: Parameters<TrailRepo['lines']>[1],
  before: string | undefined,
): Promise<AuditAnswer> {
  const { config } = await salons.current({ id: member.salonId });
  // One more than shown tells whether there are more.
  const rows = await trail.lines(member, whose, markOf(before), PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const ids = [...new Set(shown.flatMap((row) => [...stationsIn(row.before), ...stationsIn(row.after)]))];
  const stations = ids.length > 0 ? await trail.stationNames(member, ids) : new Map<string, string>();
  const prices = pricesFor(member);
  const readable = (json: unknown) => withStationNames(stations, withPricesOf(prices, json));
  return {
    entries: shown.map((row) => entry(config.timeZone, row, readable)),
    before: rows.length > PAGE && last !== undefined ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

function markOf(before: string | undefined): Mark | undefined {
  const [at = '', id = ''] = before?.split('_') ?? [];
  return before === undefined ? undefined : { at: new Date(at), id };
}

function entry(timeZone: string, row: TrailRow, readable: (json: unknown) => unknown): AuditAnswer['entries'][number] {
  const facts = (json: unknown) => readable(json) as AuditAnswer['entries'][number]['before'];
  return {
    id: row.id,
    at: formatInstant(timeZone, row.at.getTime()),
    actor: { kind: row.actor, name: row.actor_name },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name || null },
    before: facts(row.before ?? null),
    after: facts(row.after ?? null),
  };
}

/** The chairs and rooms that the facts of a visit name by their ids. */
function stationsIn(json: unknown): string[] {
  const { stations } = Object(json) as { stations?: unknown };
  return Array.isArray(stations) ? stations.filter((id) => typeof id === 'string') : [];
}

/** The trail keeps ids; whoever reads it wants to know which chair. */
function withStationNames(names: ReadonlyMap<string, string>, json: unknown): unknown {
  const ids = stationsIn(json);
  return ids.length === 0 ? json : { ...Object(json), stations: ids.map((id) => names.get(id) ?? id) };
}
