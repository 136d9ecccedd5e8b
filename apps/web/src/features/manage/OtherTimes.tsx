import { Link } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { buttonLook } from '../../ui/button-look.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { Day } from '../times/day.ts';
import { type Alternatives, otherStarts } from '../times/other-starts.ts';
import { peopleAt } from '../visit-plan/people-at.ts';
import type { MoveView } from './MoveStep.tsx';
import { moment } from './moment.ts';
import { useVisitPlan } from './use-visit-plan.ts';
import { queryOf } from './view.ts';
import type { Visit } from './visit.queries.ts';

/** That the visit stands, and other times for it: three of them one tap away, all of them behind a link. */
export function OtherTimes(props: {
  readonly token: string;
  readonly visit: Visit;
  readonly view: MoveView;
  readonly day: Day | undefined;
  /** What the API found instead; the nearest of the day fill up. */
  readonly alternatives?: Alternatives | undefined;
  readonly settled: () => void;
}) {
  const { token, visit, view, alternatives, day } = props;
  const { startsAt, timezone } = visit.booking;
  const speech = useSpeech();
  const { t, f } = speech;
  const { several, planOf, nameOf } = useVisitPlan(visit);
  const others = otherStarts({ timezone, alternatives, day, date: view.day, at: view.at, not: startsAt });
  return (
    <>
      <p className="numbers">
        {t.manage.stillThere({ moment: moment(f, timezone, startsAt) })}{' '}
        {others.length > 0 ? t.booking.slotTakenMore : null}
      </p>
      <ul className="grid gap-2 empty:hidden">
        {others.map((start) => (
          <li key={start.startsAt}>
            <Link
              href={managePath(token, queryOf({ ...view, day: start.date, at: start.at }))}
              replace
              onClick={props.settled}
              className={buttonLook('soft', 'numbers w-full')}
            >
              <span>
                {moment(f, timezone, start.startsAt)}
                {several && planOf ? (
                  <span className="block text-small font-normal empty:hidden">
                    {peopleAt(start, planOf, nameOf, speech)}
                  </span>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <LinkButton href={managePath(token, queryOf({ ...view, at: null }))} look="plain">
        {t.booking.otherTimes}
      </LinkButton>
    </>
  );
}
