import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { focusHeading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DayText } from '../times/DayText.tsx';
import type { Day } from '../times/day.ts';
import { type Alternatives, type OtherStart, otherStarts } from '../times/other-starts.ts';
import { peopleAt } from '../visit-plan/people-at.ts';
import { namesOn } from '../visit-plan/visit-items.ts';
import { useWish } from './use-wish.ts';
import { chooseTime } from './wish.ts';
import { wishPlan } from './wish-plan.ts';

/** A time that was lost: others that fit, one tap each, and all of them behind a link. */
export function NoLongerFree(props: {
  readonly page: SalonAnswer;
  readonly day: Day | undefined;
  /** What the API found instead; the nearest of the day fill up. */
  readonly alternatives?: Alternatives | undefined;
  readonly taken?: boolean;
  readonly settled?: () => void;
}) {
  const { page, day, alternatives } = props;
  const speech = useSpeech();
  const { t, f } = speech;
  const { wish, change, pathOf } = useWish(page.salon.slug, page);
  const { timezone } = page.salon;
  const others = otherStarts({ timezone, alternatives, day, date: wish.day, at: wish.at });

  const planOf = wishPlan(page, wish);
  const { staff: nameOf } = namesOn(page);
  // Where several services are wanted, who does them may differ from start to start.
  const who = (start: OtherStart) => (wish.services.length > 1 ? peopleAt(start, planOf, nameOf, speech) : '');

  function take({ date, at }: OtherStart) {
    props.settled?.();
    change(chooseTime(wish, date, at, 'check'));
    focusHeading();
    announce(t.booking.otherTimeTaken({ time: `${f.fullDay(date)}, ${f.time(at)}` }));
  }

  return (
    <Notice urgent tone="heed" title={props.taken ? t.booking.slotTaken : t.booking.notFree}>
      {others.length > 0 ? <p>{t.booking.slotTakenMore}</p> : null}
      <ul className="grid gap-2">
        {others.map((start) => (
          <li key={start.startsAt}>
            <Button look="soft" className="numbers w-full" onPress={() => take(start)}>
              <span>
                <DayText date={start.date} />, {f.time(start.at)}
                <span className="block text-small font-normal empty:hidden">{who(start)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <LinkButton href={pathOf({ ...wish, at: null, step: 'time' })} look="plain">
        {t.booking.otherTimes}
      </LinkButton>
    </Notice>
  );
}
