import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { firstName } from '../booking/offer.ts';
import { priceText } from '../booking/total.ts';
import { SalonPlace } from '../salon/SalonPlace.tsx';
import { VisitPlan } from '../visit-plan/VisitPlan.tsx';
import { useVisitPlan } from './use-visit-plan.ts';
import type { Visit } from './visit.queries.ts';

/** What, with whom, for whom, where and for how much; no price where nothing will be paid. */
export function VisitFacts({ visit, void: isVoid }: { readonly visit: Visit; readonly void: boolean }) {
  const speech = useSpeech();
  const { t } = speech;
  const { booking, salon, priceFrom } = visit;
  const { several, plan } = useVisitPlan(visit);
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface px-5">
      <Part>
        {several && !isVoid ? (
          <VisitPlan plan={plan} timezone={booking.timezone} lang={salon.locale} />
        ) : (
          <Items visit={visit} />
        )}
        {visit.guestName === null ? null : <p>{t.booking.bookedFor({ name: visit.guestName })}</p>}
      </Part>
      <Part>
        <SalonPlace salon={salon} />
      </Part>
      {visit.note ? <Said label={t.manage.note} text={visit.note} /> : null}
      {visit.cancelReason ? <Said label={t.manage.reason} text={visit.cancelReason} /> : null}
      <div className="numbers flex flex-wrap items-baseline justify-between gap-x-4 py-4">
        {isVoid ? null : (
          <p>
            <span className="sr-only">{t.manage.price}: </span>
            <span className="font-semibold">
              {priceText({ cents: booking.priceCents, from: priceFrom }, booking.currency, speech)}
            </span>
          </p>
        )}
        <p className="text-small text-soft">{t.booking.reference({ reference: booking.reference })}</p>
      </div>
    </div>
  );
}

function Items({ visit: { booking, salon } }: { readonly visit: Visit }) {
  const { t, f } = useSpeech();
  const minutes = (item: { startsAt: string; endsAt: string }) =>
    Math.round((Date.parse(item.endsAt) - Date.parse(item.startsAt)) / 60_000);
  return (
    <ul className="space-y-2">
      {booking.items.map((item) => (
        <li key={`${item.serviceId} ${item.startsAt}`}>
          <span lang={salon.locale} className="font-semibold">
            {item.service}
          </span>
          <span className="numbers block text-soft">
            {t.booking.with({ name: firstName(item.staff) })} · {f.duration(minutes(item))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Said(props: { readonly label: string; readonly text: string }) {
  return (
    <Part>
      <p className="text-small text-soft">{props.label}</p>
      <p className="whitespace-pre-line break-words">{props.text}</p>
    </Part>
  );
}

function Part({ children }: { readonly children: ReactNode }) {
  return <div className="space-y-1 py-4">{children}</div>;
}
