import type { SalonAnswer } from '@salon/contracts/salon';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { addressLine } from '../salon/salon-card.ts';
import { minutesOf, type Slot } from '../times/day.ts';
import { OtherZone } from '../times/OtherZone.tsx';
import type { Details } from './details.ts';
import { firstName, personOf, servicesOf } from './offer.ts';
import { useWish } from './use-wish.ts';
import { type Step, stepsOf } from './wish.ts';

/** What will be booked: when, what, with whom, for whom and for how much, each with the way to change it. */
export function CheckCard(props: {
  readonly page: SalonAnswer;
  readonly details: Details;
  readonly slot: Slot | undefined;
  /** The slot is on its way; its price will be told. */
  readonly loading: boolean;
}) {
  const { page, details, slot } = props;
  const { t, f } = useSpeech();
  const { salon } = page;
  const { wish, pathOf } = useWish(salon.slug, page);
  const services = servicesOf(wish, page);
  const person = personOf(wish, page);
  const edit = (step: Step, label: string) => (
    <Link
      href={pathOf({ ...wish, step })}
      aria-label={label}
      className="-my-2 flex min-h-11 shrink-0 items-center text-small font-semibold text-accent-ink underline-offset-4 hover:underline"
    >
      {t.booking.change}
    </Link>
  );
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface px-5">
      <Part change={edit('time', t.booking.changeVisit)}>
        {wish.day === null || wish.at === null ? null : (
          <p className="numbers font-semibold">
            {f.fullDay(wish.day)}
            <span className="block">{f.time(wish.at)}</span>
          </p>
        )}
        {slot ? <OtherZone at={slot.startsAt} timezone={salon.timezone} city={salon.address.city} /> : null}
      </Part>
      <Part change={edit('services', t.booking.changeService)}>
        {services.map((service, index) => (
          <p key={service.id}>
            <span lang={salon.locale}>{service.name}</span>
            <span className="numbers block text-small text-soft">
              {slot ? f.duration(minutesOf(slot, index)) : '\u00a0'}
            </span>
          </p>
        ))}
      </Part>
      <Part change={stepsOf(wish, page).includes('person') ? edit('person', t.booking.changePerson) : null}>
        <p>{person ? t.booking.with({ name: firstName(person.name) }) : t.booking.anybody}</p>
        <p className="text-small text-soft">{[salon.name, addressLine(salon)].filter(Boolean).join(', ')}</p>
      </Part>
      <Part change={edit('details', t.booking.changeDetails)}>
        <p>{details.forOther ? t.booking.bookedFor({ name: details.guest.trim() }) : details.name.trim()}</p>
        {[details.forOther ? details.name.trim() : '', details.email.trim(), details.phone.trim()]
          .filter(Boolean)
          .map((line) => (
            <p key={line} className="break-words text-small text-soft">
              {line}
            </p>
          ))}
        {details.note.trim() === '' ? null : (
          <p className="whitespace-pre-line break-words text-small text-soft">„{details.note.trim()}“</p>
        )}
      </Part>
      <div className="numbers flex items-start justify-between gap-4 py-4">
        <p className="font-semibold">{t.booking.total}</p>
        {slot ? (
          <p className="text-right font-semibold">
            {slot.priceCents === 0 ? t.booking.free : f.price(slot.priceCents, salon.currency)}
            {salon.pricesIncludeVat && slot.priceCents > 0 ? (
              <span className="block text-small font-normal text-soft">{t.booking.inclVat}</span>
            ) : null}
          </p>
        ) : props.loading ? (
          <Skeleton className="h-6 w-16" />
        ) : (
          <p aria-hidden>–</p>
        )}
      </div>
    </div>
  );
}

function Part(props: { readonly change: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex items-start justify-between gap-4 py-4">
      <div className="min-w-0 flex-1 space-y-1">{props.children}</div>
      {props.change}
    </div>
  );
}
