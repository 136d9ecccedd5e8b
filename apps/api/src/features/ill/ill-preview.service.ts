import { setImmediate as othersFirst } from 'node:timers/promises';
import { type IllPreview, MOST_ILL_VISITS } from '@salon/contracts/desk/ill';
import { DAY, type Interval } from '@salon/domain/time/interval';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import type { Window } from '../calendar/desk-visit.repo.ts';
import { deskVisits } from '../calendar/desk-visit.row.ts';
import type { ChangeDeps } from '../desk-visit/desk-change.service.ts';
import type { VisitState } from '../desk-visit/visit-state.ts';
import type { Salon } from '../salon/salon.ts';
import { awayTime, herVisits } from './her-visits.ts';
import { otherTimes, searchWindow } from './other-times.ts';
import { substitutes } from './substitute.ts';

type Ill = { readonly staffId: string; readonly from: string; readonly to: string };

/** What could become of the visits of somebody who is ill; nothing is changed by asking. Throws `too_many_visits`. */
export async function illPreview(deps: ChangeDeps, member: MemberScope, ill: Ill): Promise<IllPreview> {
  const salon = await deps.salons.current({ id: member.salonId });
  const away = awayTime(salon, ill, deps.clock());
  const { open } = await herVisits(deps, member, ill.staffId, away);
  if (open.visits.length > MOST_ILL_VISITS) throw tooMany(open.visits.length);
  const shown = deskVisits(salon.config.timeZone, open, pricesFor(member));
  const states = await deps.changes.states(
    member,
    shown.map((visit) => visit.id),
  );
  const everybody = [...salon.config.staff, ...salon.config.stations].map(({ id }) => id);
  // Who could take a visit and when else it could be is answered from one look at what is taken.
  const taken = await deps.changes.taken(member, everybody, windowOf(salon, away, states));
  const byClaimant = Map.groupBy(taken, ({ claimantId }) => claimantId);
  const others = new Map<string, IllPreview['visits'][number]['others']>();
  for (const state of states) {
    others.set(state.id, substitutes(salon, member, state, ill.staffId, byClaimant));
    // A full month is much to look through: other requests of this process are served in between.
    await othersFirst();
  }
  const left = states.filter(({ id }) => others.get(id)?.length === 0);
  const times = await otherTimes(salon, left, taken, { staffId: ill.staffId, away, now: deps.clock() });
  return {
    visits: shown.flatMap((visit) => {
      const instead = others.get(visit.id);
      // Gone between the two reads.
      if (instead === undefined) return [];
      return [{ visit, others: instead, times: times.get(visit.id) ?? [] }];
    }),
  };
}

/** The days she is away and those searched for other times, and a day more: it may take somebody longer than her. */
function windowOf(salon: Salon, away: Interval, states: readonly VisitState[]): Window {
  const search = searchWindow(salon, away);
  const until = Math.max(away.end, ...states.map(({ fields }) => fields.endsAt)) + DAY;
  return { from: Math.min(search.from, away.start), to: Math.max(search.to, until) };
}

const tooMany = (total: number) =>
  new AppError(
    'too_many_visits',
    `She has ${total} visits in these days, ${MOST_ILL_VISITS} at most are dealt with in one go. Name fewer days.`,
    { total },
  );
