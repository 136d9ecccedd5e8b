import { useSpeech } from '../../i18n/Speech.tsx';
import type { LocalDate } from '../../lib/dates.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { firstName } from '../booking/offer.ts';
import { priceText } from '../booking/total.ts';
import type { Slot } from '../times/day.ts';
import { OtherZone } from '../times/OtherZone.tsx';
import { VisitPlan } from '../visit-plan/VisitPlan.tsx';
import { moment } from './moment.ts';
import { useVisitPlan } from './use-visit-plan.ts';
import type { Visit } from './visit.queries.ts';

/** What would change: the new time, people and price, and what they were. */
export function MoveCard(props: {
  readonly visit: Visit;
  readonly day: LocalDate;
  readonly at: string;
  readonly slot: Slot | undefined;
  /** Who would do it; undefined while that is not known. */
  readonly staff: readonly string[] | undefined;
}) {
  const { visit, slot } = props;
  const { several, planOf } = useVisitPlan(visit);
  const plan = several && slot ? planOf?.(slot) : undefined;
  // A plan says who does what.
  const staff = plan ? [] : props.staff;
  const { booking, salon } = visit;
  const speech = useSpeech();
  const { t, f } = speech;
  const names = (some: readonly string[]) => t.booking.with({ name: f.all(some.map(firstName)) });
  const price = (cents: number) => priceText({ cents, from: visit.priceFrom }, booking.currency, speech);
  const before = [...new Set(booking.items.map((item) => item.staff))];
  return (
    <div className="numbers divide-y divide-line rounded-card border border-line bg-surface px-5">
      <div className="space-y-1 py-4">
        <h2 className="text-small text-soft">{t.manage.newLabel}</h2>
        <p className="font-semibold">
          {f.fullDay(props.day)}
          <span className="block">{f.time(props.at)}</span>
        </p>
        {slot ? <OtherZone at={slot.startsAt} timezone={booking.timezone} city={salon.address.city} /> : null}
        {plan ? (
          <div className="py-2">
            <VisitPlan plan={plan} timezone={booking.timezone} lang={salon.locale} />
          </div>
        ) : (
          <p lang={salon.locale}>{booking.items.map(({ service }) => service).join(' + ')}</p>
        )}
        {slot && !staff ? <Skeleton className="h-6 w-24" /> : null}
        {slot && staff ? (
          <p>
            {[staff.length > 0 && names(staff), price(slot.priceCents)].filter(Boolean).join(', ')}
            {slot.priceCents === booking.priceCents ? null : (
              <span className="text-soft"> ({t.manage.priceBefore({ price: price(booking.priceCents) })})</span>
            )}
          </p>
        ) : null}
      </div>
      <div className="space-y-1 py-4 text-soft">
        <h2 className="text-small">{t.manage.soFarLabel}</h2>
        <p>{moment(f, booking.timezone, booking.startsAt)}</p>
        <p>{names(before)}</p>
      </div>
    </div>
  );
}
