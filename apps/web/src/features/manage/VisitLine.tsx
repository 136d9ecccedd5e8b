import { useSpeech } from '../../i18n/Speech.tsx';
import { peopleText } from '../visit-plan/people-in-turn.ts';
import { itemsOfBooking } from '../visit-plan/visit-items.ts';
import { visitPlan } from '../visit-plan/visit-plan.ts';
import { moment } from './moment.ts';
import type { Visit } from './visit.queries.ts';

/** A visit in two lines: when, and what with whom. */
export function VisitLine({ visit }: { readonly visit: Visit }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { items, startsAt, timezone } = visit.booking;
  const staff = peopleText(visitPlan(itemsOfBooking(visit.booking), []), speech);
  return (
    <div className="numbers rounded-card border border-line bg-surface px-5 py-4">
      <p className="font-semibold">{moment(f, timezone, startsAt)}</p>
      <p className="text-soft">
        <span lang={visit.salon.locale}>{items.map(({ service }) => service).join(' + ')}</span>{' '}
        {t.booking.with({ name: staff })}
        {visit.guestName === null ? '' : `, ${t.booking.bookedFor({ name: visit.guestName })}`}
      </p>
    </div>
  );
}
