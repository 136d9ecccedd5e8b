import type { SalonAnswer } from '@salon/contracts/salon';
import { usePrefetchQuery } from '@tanstack/react-query';
import { ChevronRight, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { Heading } from '../../ui/Heading.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { bookableDays } from '../times/bookable-days.ts';
import { timesQuery } from '../times/times.queries.ts';
import { firstName } from './offer.ts';
import { useWish } from './use-wish.ts';
import { WishLine } from './WishLine.tsx';
import { ANYBODY, chooseWhom, staffFor } from './wish.ts';
import { timesFor } from './wish-times.ts';

/** With whom: whoever can first, or one of those who can do all that is wanted. */
export function PersonStep({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const able = staffFor(wish.services, page);
  // Most take whoever can first: those times are here before they have said so.
  const { today } = bookableDays(page, Date.now());
  usePrefetchQuery(timesQuery(timesFor(page, { ...wish, whom: ANYBODY }), today));
  return (
    <div className="space-y-6">
      <div className="space-y-1">
        <Heading>{t.booking.whom}</Heading>
        <WishLine page={page} />
      </div>
      <ul className="space-y-2">
        <Choice
          href={pathOf(chooseWhom(wish, ANYBODY))}
          chosen={wish.whom === ANYBODY}
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
            <Choice
              key={person.id}
              href={pathOf(chooseWhom(wish, person.id))}
              chosen={wish.whom === person.id}
              name={firstName(person.name)}
              about={person.title}
              lang={page.salon.locale}
              picture={<Portrait name={person.name} src={person.photoUrl} shape="round" className="size-14" />}
            />
          ))}
      </ul>
    </div>
  );
}

function Choice(props: {
  readonly href: string;
  readonly chosen: boolean;
  readonly name: string;
  readonly about: string | null;
  /** The language of what is said about them, if the salon wrote it. */
  readonly lang?: string;
  readonly picture: ReactNode;
}) {
  return (
    <li>
      <Link
        href={props.href}
        aria-current={props.chosen ? 'true' : undefined}
        className={classes(
          'flex items-center gap-4 rounded-card border px-4 py-3 transition-colors',
          props.chosen ? 'border-accent bg-tint' : 'border-line bg-surface hover:border-edge',
        )}
      >
        {props.picture}
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{props.name}</span>
          {props.about ? (
            <span lang={props.lang} className="block text-small text-soft">
              {props.about}
            </span>
          ) : null}
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
      </Link>
    </li>
  );
}
