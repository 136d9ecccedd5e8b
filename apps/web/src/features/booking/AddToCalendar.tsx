import type { Booking } from '@salon/contracts/booking';
import { CalendarPlus } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { called } from '../../lib/api-origin.ts';
import { buttonLook } from '../../ui/button-look.ts';
import { addressLine, type SalonCard } from '../salon/salon-card.ts';
import { googleCalendarLink } from './google-calendar.ts';

/**
 * A visit for one's own calendar: as a file, which brings the manage link along, or through Google, which does not get
 * it: whoever holds that link can cancel, and calendars are shared.
 */
export function AddToCalendar(props: {
  readonly token: string;
  readonly booking: Pick<Booking, 'startsAt' | 'endsAt' | 'items'>;
  readonly salon: Pick<SalonCard, 'name' | 'address'>;
  readonly hint?: string | undefined;
}) {
  const { token, booking, salon } = props;
  const { t } = useSpeech();
  const service = booking.items.map((item) => item.service).join(', ');
  return (
    <section aria-labelledby="to-calendar" className="space-y-3">
      <h2 id="to-calendar" className="flex items-center gap-2 font-semibold">
        <CalendarPlus aria-hidden className="size-5 text-soft" />
        {t.booking.addToCalendar}
      </h2>
      {props.hint ? <p className="text-small text-soft">{props.hint}</p> : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-2">
        <a
          href={called(`/api/bookings/manage/${encodeURIComponent(token)}/calendar.ics`)}
          className={buttonLook('soft')}
        >
          {t.booking.calendarFile}
        </a>
        <a
          href={googleCalendarLink(booking, {
            title: t.booking.calendarTitle({ service, salon: salon.name }),
            location: [salon.name, addressLine(salon)].filter(Boolean).join(', '),
          })}
          target="_blank"
          rel="noreferrer"
          className={buttonLook('soft')}
        >
          {t.booking.googleCalendar}
        </a>
      </div>
    </section>
  );
}
