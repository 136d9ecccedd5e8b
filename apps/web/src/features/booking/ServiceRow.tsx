import { Check } from 'lucide-react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import type { Service } from './offer.ts';
import { priceText, termsOf, termsText } from './total.ts';

/** One service: what, how long, how much. A tap puts it in and says so; another takes it out. */
export function ServiceRow(props: {
  readonly service: Service;
  /** Its place in the visit, once it is chosen. */
  readonly place: { readonly n: number; readonly of: number } | null;
  /** It was tapped, but there is no room for it. */
  readonly refused: boolean;
  /** The language that the salon writes in. */
  readonly lang: string;
  readonly onToggle: () => void;
  /** Where the next step is, once it is chosen. */
  readonly onward: string;
}) {
  const speech = useSpeech();
  const { t, f, language } = speech;
  const { service, place } = props;
  const terms = termsOf(service);
  return (
    <li>
      <button
        id={`service-${service.id}`}
        type="button"
        aria-pressed={place !== null}
        onClick={props.onToggle}
        className={classes(
          'flex w-full cursor-pointer gap-4 rounded-card border px-4 py-3 text-left transition-colors',
          place ? 'border-accent bg-tint' : 'border-line bg-surface hover:border-edge',
        )}
      >
        <span lang={props.lang} className="min-w-0 flex-1">
          <span className="block font-semibold">{service.name}</span>
          {service.description ? (
            <span className={classes('text-small text-soft', place ? 'block' : 'line-clamp-2')}>
              {service.description}
            </span>
          ) : null}
          {place ? (
            <span lang={language} className="mt-1 flex items-center gap-1.5 text-small font-semibold text-accent-ink">
              <Check aria-hidden className="size-4" strokeWidth={3} />
              {place.of === 1 ? t.booking.chosen : t.basket.chosenAs(place)}
            </span>
          ) : null}
        </span>
        <span className="numbers shrink-0 text-right">
          <span className="block font-semibold">{priceText(terms, service.currency, speech)}</span>
          <span className="block text-small text-soft">
            <span aria-hidden>{termsText(terms, f)}</span>
            <span className="sr-only">
              {terms.least < terms.minutes
                ? f.longDurations(terms.least, terms.minutes)
                : f.longDuration(terms.minutes)}
            </span>
          </span>
        </span>
      </button>
      {props.refused ? (
        <p className="mt-2 px-4 text-small font-semibold text-heed">
          {t.basket.full} {t.basket.fullMore}
        </p>
      ) : null}
      {place ? (
        // For keyboards: past the rest of the list.
        <Link
          href={props.onward}
          className="sr-only focus:not-sr-only focus:mt-2 focus:flex focus:min-h-12 focus:items-center focus:justify-center focus:rounded-card focus:bg-accent focus:font-semibold focus:text-on-accent"
        >
          {t.booking.onwardWith({ service: service.name })}
        </Link>
      ) : null}
    </li>
  );
}
