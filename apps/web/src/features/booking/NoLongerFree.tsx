import type { Alternative } from '@salon/contracts/errors';
import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { focusHeading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DayText } from '../times/DayText.tsx';
import type { Day } from '../times/day.ts';
import { nearest } from './nearest.ts';
import { useWish } from './use-wish.ts';
import { chooseTime } from './wish.ts';

/** As many as fit on a phone without thinking. */
const SHOWN = 3;

/** A time that was lost: others that fit, one tap each, and all of them behind a link. */
export function NoLongerFree(props: {
  readonly page: SalonAnswer;
  readonly day: Day | undefined;
  /** What the API found instead; else the nearest of the day are taken. */
  readonly alternatives?: readonly Pick<Alternative, 'startsAt'>[] | undefined;
  readonly taken?: boolean;
  readonly settled?: () => void;
}) {
  const { page, day } = props;
  const { t, f } = useSpeech();
  const { wish, change, pathOf } = useWish(page.salon.slug, page);
  const others = (props.alternatives ?? nearest(day?.slots ?? [], wish.at ?? '')).slice(0, SHOWN);

  function take(startsAt: string) {
    const { date, time } = wallClock(page.salon.timezone, Date.parse(startsAt));
    props.settled?.();
    change(chooseTime(wish, date, time, 'check'));
    focusHeading();
    announce(t.booking.otherTimeTaken({ time: `${f.fullDay(date)}, ${f.time(time)}` }));
  }

  return (
    <Notice urgent tone="heed" title={props.taken ? t.booking.slotTaken : t.booking.notFree}>
      {others.length > 0 ? <p>{t.booking.slotTakenMore}</p> : null}
      <ul className="grid gap-2">
        {others.map(({ startsAt }) => {
          const { date, time } = wallClock(page.salon.timezone, Date.parse(startsAt));
          return (
            <li key={startsAt}>
              <Button look="soft" className="numbers w-full" onPress={() => take(startsAt)}>
                <DayText date={date} />, {f.time(time)}
              </Button>
            </li>
          );
        })}
      </ul>
      <LinkButton href={pathOf({ ...wish, at: null, step: 'time' })} look="plain">
        {t.booking.otherTimes}
      </LinkButton>
    </Notice>
  );
}
