import { useSpeech } from '../../i18n/Speech.tsx';
import { firstName } from '../booking/offer.ts';
import { moment } from './moment.ts';
import type { Visit } from './visit.queries.ts';

/** A visit in two lines: when, and what with whom. */
export function VisitLine({ visit }: { readonly visit: Visit }) {
  const { t, f } = useSpeech();
  const { items, startsAt, timezone } = visit.booking;
  const staff = [...new Set(items.map((item) => firstName(item.staff)))].join(', ');
  return (
    <div className="numbers rounded-card border border-line bg-surface px-5 py-4">
      <p className="font-semibold">{moment(f, timezone, startsAt)}</p>
      <p className="text-soft">
        <span lang={visit.salon.locale}>{items.map(({ service }) => service).join(', ')}</span>{' '}
        {t.booking.with({ name: staff })}
        {visit.guestName === null ? '' : `, ${t.booking.bookedFor({ name: visit.guestName })}`}
      </p>
    </div>
  );
}
