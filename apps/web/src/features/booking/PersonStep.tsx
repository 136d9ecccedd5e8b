import type { SalonAnswer } from '@salon/contracts/salon';
import { usePrefetchQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { bookableDays } from '../times/bookable-days.ts';
import { timesQuery } from '../times/times.queries.ts';
import { firstName, servicesOf } from './offer.ts';
import { PerService } from './PerService.tsx';
import { PersonChoice } from './PersonChoice.tsx';
import { ownTerms } from './total.ts';
import { useWish } from './use-wish.ts';
import { WishLine } from './WishLine.tsx';
import { ANYBODY, staffFor } from './whom.ts';
import { chooseWhom } from './wish.ts';
import { timesFor } from './wish-times.ts';

/** With whom: whoever can first, one of those who can do all that is wanted, or somebody for each service. */
export function PersonStep({ page }: { readonly page: SalonAnswer }) {
  const speech = useSpeech();
  const { t } = speech;
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const able = staffFor(wish.services, page);
  const services = servicesOf(wish, page);
  const several = services.length > 1;
  // Most take whoever can first: those times are here before they have said so.
  const { today } = bookableDays(page, Date.now());
  usePrefetchQuery(timesQuery(timesFor(page, { ...wish, whom: [ANYBODY] }), today));
  return (
    <div className="space-y-6">
      <div className="space-y-1">
        <Heading>{t.booking.whom}</Heading>
        <WishLine page={page} />
      </div>
      <ul className="space-y-2">
        <PersonChoice
          href={pathOf(chooseWhom(wish, [ANYBODY]))}
          chosen={wish.whom?.join() === ANYBODY}
          name={t.booking.anybody}
          about={t.booking.anybodyMore}
          picture={
            <span className="flex size-14 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent">
              <Users aria-hidden className="size-6" />
            </span>
          }
        />
        {page.staff
          .filter(({ id }) => able.includes(id))
          .map((person) => (
            <PersonChoice
              key={person.id}
              href={pathOf(chooseWhom(wish, [person.id]))}
              chosen={wish.whom?.join() === person.id}
              name={firstName(person.name)}
              about={person.title}
              terms={ownTerms(services, person.id, speech)}
              lang={page.salon.locale}
              picture={<Portrait name={person.name} src={person.photoUrl} shape="round" className="size-14" />}
            />
          ))}
      </ul>
      {several ? <PerService page={page} nobodyAlone={able.length === 0} /> : null}
    </div>
  );
}
