import { setImmediate as othersFirst } from 'node:timers/promises';
import { type IllPreview, MOST_ILL_VISITS } from '@salon/contracts/desk/ill';
import type { Held } from '@salon/domain/desk/obstacles';
import { DAY } from '@salon/domain/time/interval';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import { deskVisits } from '../calendar/desk-visit.row.ts';
import type { ChangeDeps } from '../desk-visit/desk-change.service.ts';
import type { VisitState } from '../desk-visit/visit-state.ts';
import { awayTime, herVisits } from './her-visits.ts';
import { otherTimes } from './other-times.ts';
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
  const span = { from: away.start, to: Math.max(away.end, ...states.map(({ fields }) => fields.endsAt)) };
  const everybody = [...salon.config.staff, ...salon.config.stations].map(({ id }) => id);
  const held = await deps.changes.held(member, everybody, span, []);
  const others = new Map<string, IllPreview['visits'][number]['others']>();
  for (const state of states) {
    others.set(state.id, substitutes(salon, member, state, ill.staffId, nearTo(state, held)));
    // A full month is much to look through: other requests of this process are served in between.
    await othersFirst();
  }
  const left = states.filter(({ id }) => others.get(id)?.length === 0);
  const times = await otherTimes(deps, salon, member, left, { staffId: ill.staffId, away });
  return {
    visits: shown.flatMap((visit) => {
      const instead = others.get(visit.id);
      // Gone between the two reads.
      if (instead === undefined) return [];
      return [{ visit, others: instead, times: times.get(visit.id) ?? [] }];
    }),
  };
}

/** What could be in the way of somebody else, however much longer than hers it takes her: all of a month for each would be slow. */
const nearTo = ({ fields }: VisitState, held: readonly Held[]): readonly Held[] =>
  held.filter((one) => one.start < fields.endsAt + DAY && one.end > fields.startsAt);

const tooMany = (total: number) =>
  new AppError(
    'too_many_visits',
    `She has ${total} visits in these days, ${MOST_ILL_VISITS} at most are dealt with in one go. Name fewer days.`,
    { total },
  );
