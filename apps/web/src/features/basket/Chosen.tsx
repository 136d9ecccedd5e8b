import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { withWhom } from '../booking/offer.ts';
import { useWish } from '../booking/use-wish.ts';
import { DayText } from '../times/DayText.tsx';

/** With whom and when, as far as that has been chosen. */
export function Chosen({ page, each }: { readonly page: SalonAnswer; readonly each: boolean }) {
  const speech = useSpeech();
  const { wish } = useWish(page.salon.slug, page);
  if (wish.step === 'services' || wish.whom === null) return null;
  return (
    <div className="space-y-2">
      {each ? null : <p className="text-soft">{withWhom(wish, page, speech)}</p>}
      {wish.day !== null && wish.at !== null ? (
        <p className="numbers font-semibold">
          <DayText date={wish.day} />, {speech.f.time(wish.at)}
        </p>
      ) : null}
    </div>
  );
}
