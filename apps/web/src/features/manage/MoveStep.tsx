import { useLocation } from 'wouter';
import { usePageTitle } from '../../app/page-title.ts';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { firstName } from '../booking/offer.ts';
import { ANYBODY } from '../booking/whom.ts';
import { CallSalon } from '../salon/CallSalon.tsx';
import { bookableDays } from '../times/bookable-days.ts';
import { TimePicker } from '../times/TimePicker.tsx';
import { personOf, timesToMoveTo, whomFor } from './move.ts';
import { useVisitPlan } from './use-visit-plan.ts';
import { VisitLine } from './VisitLine.tsx';
import { queryOf, type View } from './view.ts';
import type { Visit } from './visit.queries.ts';
import { WhomChoice } from './WhomChoice.tsx';

export type MoveView = Extract<View, { kind: 'move' }>;

/** When instead: the days and times a visit can be moved to. */
export function MoveStep(props: { readonly token: string; readonly visit: Visit; readonly view: MoveView }) {
  const { token, visit, view } = props;
  const { booking, salon } = visit;
  const { t } = useSpeech();
  const [, navigate] = useLocation();
  const pathOf = (to: Partial<MoveView>) => managePath(token, queryOf({ ...view, ...to }));
  const person = personOf(visit);
  const whom = whomFor(visit, view.whom);
  const alone = whom === ANYBODY ? undefined : person;
  // Where it is now: the day to start from, and the time that is marked as hers.
  const now = wallClock(booking.timezone, Date.parse(booking.startsAt));
  const day = view.day ?? now.date;
  const { several, planOf } = useVisitPlan(visit);
  const bounds = bookableDays(visit, Date.now());
  usePageTitle(`${t.manage.move} · ${salon.name}`);
  return (
    <div className="space-y-6 desk:grid desk:grid-cols-[minmax(0,1fr)_21rem] desk:items-start desk:gap-x-12">
      <div className="min-w-0 space-y-6">
        <Heading>{t.manage.moveTitle}</Heading>
        <div className="desk:hidden">
          <SoFar visit={visit} />
        </div>
        {person ? (
          <WhomChoice
            name={firstName(person.name)}
            anybody={alone === undefined}
            onChange={(anybody) => navigate(pathOf({ whom: anybody ? ANYBODY : null, at: null }), { replace: true })}
          />
        ) : null}
        <TimePicker
          source={timesToMoveTo(token, whom)}
          bounds={bounds}
          salon={{ timezone: salon.timezone, city: salon.address.city, currency: booking.currency }}
          priceFrom={visit.priceFrom}
          person={alone && firstName(alone.name)}
          several={several}
          planOf={planOf}
          tooComplex={
            <Notice urgent tone="heed" title={t.problems.basket_too_complex}>
              <CallSalon phone={salon.phone} />
            </Notice>
          }
          day={day}
          at={view.at ?? (day === now.date ? now.time : null)}
          onDay={(day) => navigate(pathOf({ day, at: null }), { replace: true })}
          hrefOf={(day, at) => pathOf({ day, at })}
          otherwise={
            <div className="space-y-4">
              <p className="text-soft">{t.booking.nothingFreeMore}</p>
              <div className="flex flex-wrap gap-3">
                {alone ? (
                  <LinkButton href={pathOf({ whom: ANYBODY, at: null })}>{t.booking.tryAnybody}</LinkButton>
                ) : null}
                <CallSalon phone={salon.phone} />
              </div>
            </div>
          }
        />
      </div>
      <aside className="sticks top-6 hidden desk:block">
        <SoFar visit={visit} />
      </aside>
    </div>
  );
}

function SoFar({ visit }: { readonly visit: Visit }) {
  const { t } = useSpeech();
  return (
    <div className="space-y-2">
      <h2 className="text-small text-soft">{t.manage.soFarLabel}</h2>
      <VisitLine visit={visit} />
    </div>
  );
}
