import type { SalonAnswer } from '@salon/contracts/salon';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { addressLine } from '../salon/salon-card.ts';
import type { Slot } from '../times/day.ts';
import { OtherZone } from '../times/OtherZone.tsx';
import { peopleText } from '../visit-plan/people-in-turn.ts';
import { VisitPlan } from '../visit-plan/VisitPlan.tsx';
import { isWorthDrawing } from '../visit-plan/visit-plan.ts';
import type { Details } from './details.ts';
import { servicesOf, withWhom } from './offer.ts';
import { useWish } from './use-wish.ts';
import { type Step, stepsOf } from './wish.ts';
import { wishPlan } from './wish-plan.ts';

/** What will be booked: when, what, with whom, for whom and for how much, each with the way to change it. */
export function CheckCard(props: {
  readonly page: SalonAnswer;
  readonly details: Details;
  readonly slot: Slot | undefined;
  /** The slot is on its way; its price will be told. */
  readonly loading: boolean;
}) {
  const { page, details, slot } = props;
  const speech = useSpeech();
  const { t, f } = speech;
  const { salon } = page;
  const { wish, pathOf } = useWish(salon.slug, page);
  const services = servicesOf(wish, page);
  const plan = slot && wishPlan(page, wish)(slot);
  const drawn = plan && isWorthDrawing(plan) ? plan : undefined;
  const people = plan && plan.length > 1 ? peopleText(plan, speech) : '';
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
      <Part
        change={edit('services', t.booking.changeService)}
        below={
          drawn ? (
            <div className="mt-3">
              <VisitPlan plan={drawn} timezone={salon.timezone} lang={salon.locale} />
            </div>
          ) : null
        }
      >
        {drawn ? (
          <p>{t.booking.services({ n: services.length })}</p>
        ) : (
          services.map(({ id, name }) => (
            <p key={id} lang={salon.locale}>
              {name}
            </p>
          ))
        )}
        <p className="numbers text-small text-soft">{slot ? f.duration(slot.durationMinutes) : '\u00a0'}</p>
      </Part>
      <Part change={stepsOf(wish, page).includes('person') ? edit('person', t.booking.changePerson) : null}>
        <p className="first-letter:uppercase">
          {people === '' ? withWhom(wish, page, speech) : t.booking.with({ name: people })}
        </p>
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

function Part(props: { readonly change: ReactNode; readonly children: ReactNode; readonly below?: ReactNode }) {
  return (
    <div className="py-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0 flex-1 space-y-1">{props.children}</div>
        {props.change}
      </div>
      {props.below}
    </div>
  );
}
