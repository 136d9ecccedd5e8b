import type { IllPreview } from '@salon/contracts/desk/ill';
import type { Interval } from '@salon/domain/time/interval';
import { formatInstant, localDate } from '@salon/domain/time/wall-clock';
import { alternativesTo } from '@salon/domain/visit/alternatives';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { ClaimRepo } from '../availability/claim.repo.ts';
import { takenFor } from '../availability/taken-time.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import { deskVisits } from '../calendar/desk-visit.row.ts';
import type { ChangeDeps } from '../desk-visit/desk-change.service.ts';
import type { VisitState } from '../desk-visit/visit-state.ts';
import type { Salon } from '../salon/salon.ts';
import { awayTime, herVisits } from './her-visits.ts';
import { substitutes } from './substitute.ts';

/** In how many days other times are looked for, and how many are offered. */
const SEARCH_DAYS = 14;
const OFFERED = 3;

export type IllDeps = ChangeDeps & { readonly claims: ClaimRepo };

type Ill = { readonly staffId: string; readonly from: string; readonly to: string };

/** What could become of the visits of somebody who is ill; nothing is changed by asking. */
export async function illPreview(deps: IllDeps, member: MemberScope, ill: Ill): Promise<IllPreview> {
  const salon = await deps.salons.current({ id: member.salonId });
  const away = awayTime(salon, ill, deps.clock());
  const { open } = await herVisits(deps, member, ill.staffId, away);
  const shown = deskVisits(salon.config.timeZone, open, pricesFor(member));
  const states = await deps.changes.states(
    member,
    shown.map((visit) => visit.id),
  );
  const span = { from: away.start, to: Math.max(away.end, ...states.map(({ fields }) => fields.endsAt)) };
  const everybody = [...salon.config.staff, ...salon.config.stations].map(({ id }) => id);
  const held = await deps.changes.held(member, everybody, span, []);
  const visits: IllPreview['visits'] = [];
  for (const visit of shown) {
    const state = states.find((one) => one.id === visit.id);
    if (state === undefined) continue;
    const others = substitutes(salon, member, state, ill.staffId, held);
    const times = others.length > 0 ? [] : await otherTimes(deps, salon, state, ill.staffId, away);
    visits.push({ visit, others, times });
  }
  return { visits };
}

/** The nearest starts with anybody in her place, or with her when she is back. */
async function otherTimes(deps: IllDeps, known: Salon, visit: VisitState, ill: string, away: Interval) {
  const request = {
    items: visit.items.map(({ serviceId, staffId }) => ({ serviceId, staffId: staffId === ill ? undefined : staffId })),
  };
  const { timeZone } = known.config;
  const range = { from: localDate(timeZone, away.start), days: SEARCH_DAYS };
  const { salon, taken } = await takenFor(deps, known, request, { ...range, except: visit.id });
  const gone = { claimantId: ill, start: away.start, end: away.end, visit: false };
  const { startsAt } = visit.fields;
  return alternativesTo(salon.config, request, [...taken, gone], startsAt, {
    ...{ ...range, now: deps.clock(), count: OFFERED },
  }).map((one) => ({ startsAt: formatInstant(timeZone, one.startsAt), staffIds: [...one.staffIds] }));
}
