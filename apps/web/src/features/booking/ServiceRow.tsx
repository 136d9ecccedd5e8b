import { Check } from 'lucide-react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { priceText, type Service, totalOf } from './offer.ts';

/** One service: what, how long, how much. A tap chooses it and says so; another takes it back. */
export function ServiceRow(props: {
  readonly service: Service;
  readonly chosen: boolean;
  /** The language that the salon writes in. */
  readonly lang: string;
  readonly onToggle: () => void;
  /** Where the next step is, once it is chosen. */
  readonly onward: string;
}) {
  const speech = useSpeech();
  const { t, f, language } = speech;
  const { service, chosen } = props;
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={props.onToggle}
        className={classes(
          'flex w-full cursor-pointer gap-4 rounded-card border px-4 py-3 text-left transition-colors',
          chosen ? 'border-accent bg-tint' : 'border-line bg-surface hover:border-edge',
        )}
      >
        <span lang={props.lang} className="min-w-0 flex-1">
          <span className="block font-semibold">{service.name}</span>
          {service.description ? (
            <span className={classes('text-small text-soft', chosen ? 'block' : 'line-clamp-2')}>
              {service.description}
            </span>
          ) : null}
          {chosen ? (
            <span lang={language} className="mt-1 flex items-center gap-1.5 text-small font-semibold text-accent-ink">
              <Check aria-hidden className="size-4" strokeWidth={3} />
              {t.booking.chosen}
            </span>
          ) : null}
        </span>
        <span className="numbers shrink-0 text-right">
          <span className="block font-semibold">{priceText(totalOf([service]), service.currency, speech)}</span>
          <span className="block text-small text-soft">
            <span aria-hidden>{f.duration(service.durationMinutes)}</span>
            <span className="sr-only">{f.longDuration(service.durationMinutes)}</span>
          </span>
        </span>
      </button>
      {chosen ? (
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
