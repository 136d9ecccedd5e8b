import type { Alternative } from '@salon/contracts/errors';
import { Link } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { buttonLook } from '../../ui/button-look.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { Day } from '../times/day.ts';
import { otherStarts } from '../times/other-starts.ts';
import type { MoveView } from './MoveStep.tsx';
import { moment } from './moment.ts';
import { queryOf } from './view.ts';
import type { Visit } from './visit.queries.ts';

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
  const { token, visit, view, alternatives, day } = props;
  const { startsAt, timezone } = visit.booking;
  const { t, f } = useSpeech();
  const others = otherStarts({ timezone, alternatives, day, date: view.day, at: view.at, not: startsAt });
  return (
    <>
      <p className="numbers">
        {t.manage.stillThere({ moment: moment(f, timezone, startsAt) })}{' '}
        {others.length > 0 ? t.booking.slotTakenMore : null}
      </p>
      <ul className="grid gap-2 empty:hidden">
        {others.map(({ startsAt: instant, date, at }) => (
          <li key={instant}>
            <Link
              href={managePath(token, queryOf({ ...view, day: date, at }))}
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
