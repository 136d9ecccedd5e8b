import { useSpeech } from '../../i18n/Speech.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Wish } from '../booking/wish.ts';
import { useStartGone } from './start-gone.ts';

/** Why a time has to be chosen again: the services it was for have changed. */
export function StartGone({ wish, shown }: { readonly wish: Wish; readonly shown: boolean }) {
  const { t, f } = useSpeech();
  const gone = useStartGone(wish);
  if (!gone || !shown) return null;
  const time = `${f.day(gone.day)}, ${f.time(gone.at)}`;
  return (
    <Notice tone="info" title={t.basket.timeGone}>
      <p>{t.basket.timeGoneMore({ time })}</p>
    </Notice>
  );
}
