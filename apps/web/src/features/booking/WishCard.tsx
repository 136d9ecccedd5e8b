import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { DayText } from '../times/DayText.tsx';
import { firstName, personOf, priceText, servicesOf, totalOf } from './offer.ts';
import { useChosenSlot } from './use-chosen-slot.ts';
import { useWish } from './use-wish.ts';
import { ANYBODY, next } from './wish.ts';

/** On a desk: everything chosen so far, beside the step, with the way on where the step has none of its own. */
export function WishCard({ page }: { readonly page: SalonAnswer }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const services = servicesOf(wish, page);
  const person = personOf(wish, page);
  const { slot } = useChosenSlot(page, wish);
  const total = slot ? { cents: slot.priceCents, from: false } : totalOf(services);
  return (
    <aside
      aria-labelledby="your-choice"
      className="sticks top-6 hidden rounded-card border border-line bg-surface p-6 desk:block"
    >
      <h2 id="your-choice" className="font-semibold">
        {t.booking.yourChoice}
      </h2>
      {services.length === 0 ? (
        <p className="mt-2 text-soft">{t.booking.nothingChosen}</p>
      ) : (
        <>
          <ul className="mt-4 space-y-3">
            {services.map((service) => (
              <li key={service.id} className="flex gap-4">
                <span className="min-w-0 flex-1">
                  <span lang={page.salon.locale}>{service.name}</span>
                  <span className="numbers block text-small text-soft">{f.duration(service.durationMinutes)}</span>
                </span>
                <span className="numbers">{priceText(totalOf([service]), page.salon.currency, speech)}</span>
              </li>
            ))}
          </ul>
          {wish.whom === null || wish.step === 'services' ? null : (
            <p className="mt-3 text-soft">
              {wish.whom === ANYBODY || !person
                ? t.booking.withAnybody
                : t.booking.with({ name: firstName(person.name) })}
            </p>
          )}
          {wish.day !== null && wish.at !== null ? (
            <p className="numbers mt-3 font-semibold">
              <DayText date={wish.day} />, {f.time(wish.at)}
            </p>
          ) : null}
          <p className="numbers mt-4 flex justify-between gap-4 border-t border-line pt-4 font-semibold">
            <span>{t.booking.total}</span>
            <span className="text-right">
              {priceText(total, page.salon.currency, speech)}
              {page.salon.pricesIncludeVat ? (
                <span className="block text-small font-normal text-soft">{t.booking.inclVat}</span>
              ) : null}
            </span>
          </p>
          {wish.step === 'services' ? (
            <LinkButton href={pathOf(next(wish, page))} className="mt-6 w-full">
              {t.booking.next}
            </LinkButton>
          ) : null}
        </>
      )}
    </aside>
  );
}
