import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import { bookableDays } from '../times/bookable-days.ts';
import { TimePicker } from '../times/TimePicker.tsx';
import { firstName, personOf, servicesOf } from './offer.ts';
import { TooComplex } from './TooComplex.tsx';
import { useWish } from './use-wish.ts';
import { WishLine } from './WishLine.tsx';
import { ANYBODY, whomEach } from './whom.ts';
import { chooseDay, chooseTime, chooseWhom } from './wish.ts';
import { wishPlan } from './wish-plan.ts';
import { timesFor } from './wish-times.ts';

/** When: days and times for what is wanted, with whom it is wanted. */
export function TimeStep({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { wish, change, pathOf } = useWish(page.salon.slug, page);
  const person = personOf(wish, page);
  const isSeveral = wish.services.length > 1;
  const isAsked = whomEach(wish.whom, wish.services.length).some((one) => one !== ANYBODY);
  const { timezone, address, currency, phone } = page.salon;
  return (
    <div className="space-y-4">
      <div className="space-y-1">
        <Heading>{t.booking.when}</Heading>
        <WishLine page={page} />
      </div>
      <TimePicker
        source={timesFor(page, wish)}
        bounds={bookableDays(page, Date.now())}
        salon={{ timezone, city: address.city, currency }}
        priceFrom={servicesOf(wish, page).some((service) => service.priceFrom)}
        person={person && firstName(person.name)}
        several={isSeveral}
        planOf={wishPlan(page, wish)}
        tooComplex={<TooComplex page={page} />}
        day={wish.day}
        at={wish.at}
        onDay={(day) => change(chooseDay(wish, day))}
        hrefOf={(day, at) => pathOf(chooseTime(wish, day, at))}
        otherwise={
          <div className="space-y-4">
            <p className="text-soft">
              {isSeveral ? `${t.visit.twoVisits} ` : ''}
              {t.booking.nothingFreeMore}
            </p>
            <div className="flex flex-wrap gap-3">
              {isAsked ? (
                <LinkButton href={pathOf(chooseWhom(wish, [ANYBODY]))}>{t.booking.tryAnybody}</LinkButton>
              ) : null}
              {isSeveral ? (
                <LinkButton href={pathOf({ ...wish, at: null, step: 'services' })} look={isAsked ? 'soft' : 'solid'}>
                  {t.booking.changeService}
                </LinkButton>
              ) : null}
              <CallSalon phone={phone} />
            </div>
          </div>
        }
      />
    </div>
  );
}
