import type { SalonAnswer } from '@salon/contracts/salon';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { addressLine } from '../salon/salon-card.ts';
import type { Slot } from '../times/day.ts';
import { OtherZone } from '../times/OtherZone.tsx';
import { peopleText } from '../visit-plan/people-in-turn.ts';
import { CHANGE_LOOK, CheckPart } from './CheckPart.tsx';
import { CheckServices } from './CheckServices.tsx';
import type { Details } from './details.ts';
import { servicesOf, withWhom } from './offer.ts';
import { priceText, totalAt } from './total.ts';
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
  const plan = slot && wishPlan(page, wish)(slot);
  const people = plan && plan.length > 1 ? peopleText(plan, speech) : '';
  const edit = (step: Step, label: string) => (
    <Link href={pathOf({ ...wish, step })} aria-label={label} className={CHANGE_LOOK}>
      {t.booking.change}
    </Link>
  );
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface px-5">
      <CheckPart change={edit('time', t.booking.changeVisit)}>
        {wish.day === null || wish.at === null ? null : (
          <p className="numbers font-semibold">
            {f.fullDay(wish.day)}
            <span className="block">{f.time(wish.at)}</span>
          </p>
        )}
        {slot ? <OtherZone at={slot.startsAt} timezone={salon.timezone} city={salon.address.city} /> : null}
      </CheckPart>
      <CheckServices page={page} slot={slot} plan={plan} />
      <CheckPart change={stepsOf(wish, page).includes('person') ? edit('person', t.booking.changePerson) : null}>
        <p className="first-letter:uppercase">
          {people === '' ? withWhom(wish, page, speech) : t.booking.with({ name: people })}
        </p>
        <p className="text-small text-soft">{[salon.name, addressLine(salon)].filter(Boolean).join(', ')}</p>
      </CheckPart>
      <CheckPart change={edit('details', t.booking.changeDetails)}>
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
      </CheckPart>
      <div className="numbers flex items-start justify-between gap-4 py-4">
        <p className="font-semibold">{t.booking.total}</p>
        {slot ? (
          <p className="text-right font-semibold">
            {priceText(totalAt(slot, servicesOf(wish, page)), salon.currency, speech)}
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
