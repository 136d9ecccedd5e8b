import { canChangeOnline } from '@salon/domain/salon/change-online';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { wallClock } from '../../lib/dates.ts';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SalonPlace } from '../salon/SalonPlace.tsx';
import { salonQuery } from '../salon/salon.queries.ts';
import { DayText } from '../times/DayText.tsx';
import { OtherZone } from '../times/OtherZone.tsx';
import { peopleText } from '../visit-plan/people-in-turn.ts';
import { VisitPlan } from '../visit-plan/VisitPlan.tsx';
import { itemsOfBooking } from '../visit-plan/visit-items.ts';
import { isWorthDrawing, visitPlan } from '../visit-plan/visit-plan.ts';
import { AddToCalendar } from './AddToCalendar.tsx';
import type { JustBooked } from './booked-memory.ts';
import { PolicyLines } from './PolicyLines.tsx';
import { priceText } from './total.ts';

/** A visit that has just been booked: when, where, into the calendar, and what happens next. */
export function Booked({ token, booked }: { readonly token: string; readonly booked: JustBooked }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { booking, salon } = booked;
  const at = wallClock(booking.timezone, Date.parse(booking.startsAt));
  // Who has just booked has it; it says how long a colour develops, and without it that is not shown.
  const { data } = useQuery(salonQuery(salon.slug));
  const plan = visitPlan(itemsOfBooking(booking), data?.services ?? []);
  const drawn = isWorthDrawing(plan);
  const requested = booking.status === 'requested';
  const startsAt = Date.parse(booking.startsAt);
  const changeable = canChangeOnline({ status: booking.status, startsAt }, booked.policy, Date.now());
  return (
    <div className="mx-auto w-full max-w-xl space-y-8 py-4">
      <div className="space-y-3">
        <CircleCheck aria-hidden className="size-10 text-good" />
        <Heading size="body">{requested ? t.booking.requested : t.booking.booked}</Heading>
        <p className="numbers text-display font-semibold">
          <DayText date={at.date} />
          <span className="block">{f.time(at.time)}</span>
        </p>
        <OtherZone at={booking.startsAt} timezone={booking.timezone} city={salon.address.city} />
        <p>
          {drawn ? (
            t.booking.services({ n: booking.items.length })
          ) : (
            <span lang={salon.locale}>{booking.items[0]?.service}</span>
          )}{' '}
          {t.booking.with({ name: peopleText(plan, speech) })}
          {booked.guestName === null ? '' : `, ${t.booking.bookedFor({ name: booked.guestName })}`}
          <span className="numbers block text-small text-soft">
            {priceText({ cents: booking.priceCents, from: booked.priceFrom }, booking.currency, speech)} ·{' '}
            {t.booking.reference({ reference: booking.reference })}
          </span>
        </p>
      </div>
      {drawn ? (
        <div className="space-y-3">
          <h2 id="visit-plan" className="font-semibold">
            {t.visit.plan}
          </h2>
          <VisitPlan plan={plan} timezone={booking.timezone} lang={salon.locale} labelledBy="visit-plan" />
        </div>
      ) : null}
      <AddToCalendar token={token} booking={booking} salon={salon} />
      <SalonPlace salon={salon} />
      <section aria-labelledby="next-up" className="space-y-2">
        <h2 id="next-up" className="font-semibold">
          {t.booking.nextUp}
        </h2>
        <p className="break-words">
          {requested
            ? t.booking.requestSent({ email: booking.customer.email })
            : t.booking.mailSent({ email: booking.customer.email })}
        </p>
        <p className="text-small text-soft">{t.booking.mailMissing}</p>
        <PolicyLines page={booked} startsAt={booking.startsAt} />
      </section>
      <LinkButton href={managePath(token)} look="soft" className="w-full">
        {changeable ? t.booking.manage : t.booking.look}
      </LinkButton>
    </div>
  );
}
