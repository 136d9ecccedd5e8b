import type { CustomerVisit } from '@salon/contracts/desk/customers';
import { Link } from 'wouter';
import { classes } from '../../ui/classes.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { calendarPath } from '../lib/paths.ts';
import { when } from './when.ts';

/** A visit of her history; it leads to its day in the calendar. */
export function VisitLine({ visit, currency }: { readonly visit: CustomerVisit; readonly currency: string }) {
  const speech = useDeskSpeech();
  const { t, f } = speech;
  const { salon } = useDesk();
  const words = t.customers.history;
  const gone = visit.status === 'cancelled' || visit.status === 'no_show';
  const query = new URLSearchParams({ date: visit.startsAt.slice(0, 10), visit: visit.id });
  return (
    <li className="py-1 first:pt-0 last:pb-0">
      <Link
        href={calendarPath(salon.slug, `${query}`)}
        className="-mx-2 grid min-h-11 gap-x-4 rounded-card px-2 py-2 hover:bg-sunken tablet:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="min-w-0">
          <span className={classes('numbers block', gone ? 'text-soft line-through' : 'font-semibold')}>
            {when(visit.startsAt, speech)}
          </span>
          <span className="block text-small text-soft">
            {visit.items.map((item) => `${item.service} ${words.by({ staff: item.staff })}`).join(', ')}
            {visit.guestName ? ` · ${words.forGuest({ name: visit.guestName })}` : ''}
          </span>
          {visit.note ? <span className="block whitespace-pre-line text-small">„{visit.note}“</span> : null}
        </span>
        <span className="flex gap-x-3 text-small tablet:flex-col tablet:items-end">
          <span className={visit.status === 'no_show' ? 'font-semibold text-wrong' : 'text-soft'}>
            {words.status[visit.status]}
          </span>
          {visit.priceCents === undefined ? null : (
            <span className="numbers">{f.price(visit.priceCents, currency)}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
