import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';
import { classes } from '../../ui/classes.ts';
import { OtherZone } from '../times/OtherZone.tsx';
import type { Visit } from './visit.queries.ts';

/** When, big; struck through where it no longer holds (the heading above says so in words). */
export function VisitTime({ visit, void: isVoid }: { readonly visit: Visit; readonly void: boolean }) {
  const { f } = useSpeech();
  const { startsAt, timezone } = visit.booking;
  const { date, time } = wallClock(timezone, Date.parse(startsAt));
  return (
    <>
      <p className={classes('numbers text-display font-semibold', isVoid && 'text-soft line-through')}>
        <span aria-hidden>{f.day(date)}</span>
        <span className="sr-only">{f.fullDay(date)}, </span>
        <span className="block">{f.time(time)}</span>
      </p>
      {isVoid ? null : <OtherZone at={startsAt} timezone={timezone} city={visit.salon.address.city} />}
    </>
  );
}
