import type { Alternative } from '@salon/contracts/errors';
import { Link } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';
import { buttonLook } from '../../ui/button-look.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { nearest } from '../booking/nearest.ts';
import type { Day } from '../times/day.ts';
import type { MoveView } from './MoveStep.tsx';
import { moment } from './moment.ts';
import { queryOf } from './view.ts';
import type { Visit } from './visit.queries.ts';

/** As many as fit on a phone without thinking. */
const SHOWN = 3;

/** That the visit stands, and other times for it: three of them one tap away, all of them behind a link. */
export function OtherTimes(props: {
  readonly token: string;
  readonly visit: Visit;
  readonly view: MoveView;
  readonly day: Day | undefined;
  /** What the API found instead; the nearest of the day fill up. */
  readonly alternatives?: readonly Pick<Alternative, 'startsAt'>[] | undefined;
  readonly settled: () => void;
}) {
  const { token, visit, view } = props;
  const { startsAt, timezone } = visit.booking;
  const { t, f } = useSpeech();
  const pathOf = (instant: string) => {
    const { date, time } = wallClock(timezone, Date.parse(instant));
    return managePath(token, queryOf({ ...view, day: date, at: time }));
  };
  const here = managePath(token, queryOf(view));
  // Where the visit is already is no other time; a time that was refused may still stand in what we read before.
  const isOther = (instant: string) => Date.parse(instant) !== Date.parse(startsAt) && pathOf(instant) !== here;
  const near = nearest(props.day?.slots ?? [], view.at ?? '', SHOWN + 2);
  const found = [...(props.alternatives ?? []), ...near].map((one) => one.startsAt).filter(isOther);
  const others = [...new Set(found)].slice(0, SHOWN);
  return (
    <>
      <p className="numbers">
        {t.manage.stillThere({ moment: moment(f, timezone, startsAt) })}{' '}
        {others.length > 0 ? t.booking.slotTakenMore : null}
      </p>
      <ul className="grid gap-2 empty:hidden">
        {others.map((instant) => (
          <li key={instant}>
            <Link
              href={pathOf(instant)}
              replace
              onClick={props.settled}
              className={buttonLook('soft', 'numbers w-full')}
            >
              {moment(f, timezone, instant)}
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
