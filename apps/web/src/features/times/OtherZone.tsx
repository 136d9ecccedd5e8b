import { Globe } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';

/** For visitors in another time zone: whose time it is, and what it is for them. Nothing for all others. */
export function OtherZone(props: { readonly at: string; readonly timezone: string; readonly city: string | null }) {
  const { t, f } = useSpeech();
  const at = Date.parse(props.at);
  const here = wallClock(Intl.DateTimeFormat().resolvedOptions().timeZone, at);
  const there = wallClock(props.timezone, at);
  if (here.date === there.date && here.time === there.time) return null;
  const city = props.city ?? props.timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? props.timezone;
  const mine = here.date === there.date ? f.time(here.time) : `${f.time(here.time)} (${f.day(here.date)})`;
  return (
    <p className="flex gap-2 text-small text-soft">
      <Globe aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {t.booking.otherZone({ city })} {t.booking.yourZone({ time: f.time(there.time), here: mine })}
      </span>
    </p>
  );
}
