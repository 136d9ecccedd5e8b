import { setImmediate as othersFirst } from 'node:timers/promises';
import type { IllPreview } from '@salon/contracts/desk/ill';
import type { Interval } from '@salon/domain/time/interval';
import { formatInstant, localDate } from '@salon/domain/time/wall-clock';
import { alternativesAmong } from '@salon/domain/visit/alternatives';
import type { TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import { windowAround } from '../availability/taken-time.ts';
import type { Window } from '../calendar/desk-visit.repo.ts';
import type { VisitState } from '../desk-visit/visit-state.ts';
import type { Salon } from '../salon/salon.ts';

/** In how many days other times are looked for, and how many are offered. */
const SEARCH_DAYS = 14;
const OFFERED = 3;

type Times = IllPreview['visits'][number]['times'];

/** The days in which other times are looked for. */
const searched = ({ config }: Salon, away: Interval) => ({
  from: localDate(config.timeZone, away.start),
  days: SEARCH_DAYS,
});

/** What has to be known as taken for it. */
export const searchWindow = (salon: Salon, away: Interval): Window => windowAround(searched(salon, away));

/**
 * When else visits of somebody who is ill could take place: the nearest starts with anybody in her place, or with her when
 * she is back. All of them are looked for among the same taken time; between two, other requests of the process are served.
 */
export async function otherTimes(
  salon: Salon,
  visits: readonly VisitState[],
  taken: readonly TakenTime[],
  { staffId, away, now }: { readonly staffId: string; readonly away: Interval; readonly now: number },
): Promise<Map<string, Times>> {
  const { config } = salon;
  const gone = { claimantId: staffId, ...away, visit: false };
  const find = alternativesAmong(config, [...taken, gone], { ...searched(salon, away), now });
  const found = new Map<string, Times>();
  for (const visit of visits) {
    const wanted = { count: OFFERED, except: visit.id };
    const times = find(withoutHer(visit, staffId), visit.fields.startsAt, wanted);
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
