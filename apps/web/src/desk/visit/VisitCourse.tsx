import type { DeskVisit } from '@salon/contracts/desk/visit';
import { wallClock } from '../../lib/dates.ts';
import { classes } from '../../ui/classes.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { span } from './visit-words.ts';

const TONES: Readonly<Record<DeskVisit['status'], string>> = {
  requested: 'bg-heed-tint text-heed',
  confirmed: 'bg-tint text-accent-ink',
  arrived: 'bg-good-tint text-good',
  done: 'bg-sunken text-soft',
  no_show: 'bg-wrong-tint text-wrong',
  cancelled: 'bg-wrong-tint text-wrong',
};

/** When a visit is and how it stands; and what is done in it, by whom. */
export function VisitCourse({ visit }: { readonly visit: DeskVisit }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { date } = wallClock(salon.timezone, Date.parse(visit.startsAt));
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <span>
          <span className="block">{f.fullDay(date)}</span>
          <span className="numbers block text-title font-semibold">{span(f, salon.timezone, visit)}</span>
        </span>
        <span className={classes('rounded-full px-3 py-1 text-small font-semibold', TONES[visit.status])}>
          {t.visit.statuses[visit.status]}
        </span>
      </p>
      <ul className="divide-y divide-line rounded-card border border-line">
        {visit.items.map((item) => (
          <li key={item.position} className="flex items-baseline gap-3 px-3 py-2">
            <span className="numbers w-24 shrink-0 text-small text-soft">
              {span(f, salon.timezone, item).replace(f.afterTime, '')}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{item.service}</span>
              <span className="block text-small text-soft">{item.staff}</span>
            </span>
            {item.priceCents === undefined ? null : (
              <span className="numbers shrink-0 text-soft">{f.price(item.priceCents, salon.currency)}</span>
            )}
          </li>
        ))}
        {visit.priceCents === undefined || visit.items.length < 2 ? null : (
          <li className="numbers flex justify-between px-3 py-2 font-semibold">
            <span>{t.visit.panel.total}</span>
            <span>{f.price(visit.priceCents, salon.currency)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
