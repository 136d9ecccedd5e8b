import { setImmediate as othersFirst } from 'node:timers/promises';
import type { IllPreview } from '@salon/contracts/desk/ill';
import type { Interval } from '@salon/domain/time/interval';
import { formatInstant, localDate } from '@salon/domain/time/wall-clock';
import { alternativesTo } from '@salon/domain/visit/alternatives';
import type { VisitRequest } from '@salon/domain/visit/arrangement';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { claimantsOf, windowAround } from '../availability/taken-time.ts';
import type { ChangeDeps } from '../desk-visit/desk-change.service.ts';
import type { VisitState } from '../desk-visit/visit-state.ts';
import type { Salon } from '../salon/salon.ts';

/** In how many days other times are looked for, and how many are offered. */
const SEARCH_DAYS = 14;
const OFFERED = 3;

type Times = IllPreview['visits'][number]['times'];

/**
 * When else visits of somebody who is ill could take place: the nearest starts with anybody in her place, or with her when
 * she is back. What is taken is read once for all of them; between two searches other requests of the process are served.
 */
export async function otherTimes(
  deps: ChangeDeps,
  { config }: Salon,
  member: MemberScope,
  visits: readonly VisitState[],
  { staffId, away }: { readonly staffId: string; readonly away: Interval },
): Promise<Map<string, Times>> {
  const found = new Map<string, Times>();
  if (visits.length === 0) return found;
  const range = { from: localDate(config.timeZone, away.start), days: SEARCH_DAYS };
  const wished = visits.map((visit) => ({ visit, request: withoutHer(visit, staffId) }));
  const claimants = new Set(wished.flatMap(({ request }) => claimantsOf(config, request)));
  const held = await deps.changes.held(member, [...claimants], windowAround(range), []);
  const taken = held.map(({ holder, ...time }) => ({ ...time, visit: holder.kind === 'visit', holder: holder.id }));
  const gone = { claimantId: staffId, ...away, visit: false };
  for (const { visit, request } of wished) {
    const others = [...taken.filter(({ holder }) => holder !== visit.id), gone];
    const times = alternativesTo(config, request, others, visit.fields.startsAt, {
      ...{ ...range, now: deps.clock(), count: OFFERED },
    });
    found.set(
      visit.id,
      times.map((one) => ({ startsAt: formatInstant(config.timeZone, one.startsAt), staffIds: [...one.staffIds] })),
    );
    await othersFirst();
  }
  return found;
}

const withoutHer = ({ items }: VisitState, ill: string): VisitRequest => ({
  items: items.map(({ serviceId, staffId }) => ({ serviceId, staffId: staffId === ill ? undefined : staffId })),
});
