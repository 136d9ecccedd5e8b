import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { whomAt, withWhom } from '../booking/offer.ts';
import { useWish } from '../booking/use-wish.ts';
import { DayText } from '../times/DayText.tsx';
import type { Slot } from '../times/day.ts';

/** With whom and when, as far as that has been chosen; and what a change of the services does to the time. */
export function Chosen(props: {
  readonly page: SalonAnswer;
  readonly slot: Slot | undefined;
  /** It is said of each service who does it. */
  readonly each: boolean;
}) {
  const { page, slot, each } = props;
  const speech = useSpeech();
  const { wish } = useWish(page.salon.slug, page);
  if (wish.step === 'services' || wish.whom === null) return null;
  return (
    <div className="space-y-2">
      {each ? null : <p className="text-soft">{withWhom({ ...wish, whom: whomAt(slot, wish.whom) }, page, speech)}</p>}
      {wish.day !== null && wish.at !== null ? (
        <p className="numbers font-semibold">
          <DayText date={wish.day} />, {speech.f.time(wish.at)}
          <span className="block text-small font-normal text-soft">{speech.t.basket.timeHolds}</span>
        </p>
      ) : null}
    </div>
  );
}
