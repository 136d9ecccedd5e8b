import { Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { byPart, type Day, pricesDiffer, type Slot, startOf } from './day.ts';

/** The free times of a day: what suits the salon best first, with its reason, then all of them by part of day. */
export function TimesOfDay(props: {
  readonly day: Day;
  readonly currency: string;
  readonly at: string | null;
  readonly hrefOf: (at: string) => string;
}) {
  const { t, f } = useSpeech();
  const { slots } = props.day;
  const suggested = slots.filter(({ recommended }) => recommended !== undefined);
  const priced = pricesDiffer(slots);
  const price = (slot: Slot) => (priced ? f.price(slot.priceCents, props.currency) : undefined);
  const link = (slot: Slot) => {
    const at = startOf(slot, slots);
    return { href: props.hrefOf(at), chosen: at === props.at };
  };
  return (
    <div className="space-y-6">
      {suggested.length > 0 ? (
        <section aria-labelledby="suggested">
          <h3 id="suggested" className="text-small text-soft">
            {t.booking.recommended}
          </h3>
          <ul className="mt-2 grid gap-2 tablet:grid-cols-2">
            {suggested.map((slot) => {
              const { href, chosen } = link(slot);
              return (
                <TimeLink
                  key={slot.startsAt}
                  href={href}
                  chosen={chosen}
                  className="flex min-h-14 items-center gap-3 px-4 py-2"
                  plain="bg-tint hover:bg-sunken"
                >
                  <Sparkles aria-hidden className={classes('size-5 shrink-0', !chosen && 'text-accent-ink')} />
                  <span className="min-w-0 flex-1">
                    <span className="numbers block">
                      <span className="font-semibold">{f.time(slot.time)}</span>
                      {price(slot) ? ` · ${price(slot)}` : null}
                    </span>
                    {slot.recommended ? (
                      <span className={classes('block text-small', !chosen && 'text-soft')}>
                        {t.booking.reasons[slot.recommended]}
                      </span>
                    ) : null}
                  </span>
                </TimeLink>
              );
            })}
          </ul>
        </section>
      ) : null}
      {byPart(slots).map(({ part, slots: some }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h3 id={`part-${part}`} className="text-small text-soft">
            {t.booking.parts[part]}
          </h3>
          <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2">
            {some.map((slot) => {
              const { href, chosen } = link(slot);
              return (
                <TimeLink
                  key={slot.startsAt}
                  href={href}
                  chosen={chosen}
                  className={classes(
                    'numbers flex min-h-12 flex-col items-center justify-center border py-1',
                    chosen && 'border-accent',
                  )}
                  plain="border-line bg-surface hover:border-edge"
                >
                  <span className="font-semibold">
                    {f.clock(slot.time)}
                    <span className="sr-only">{f.afterTime}</span>
                  </span>
                  {price(slot) ? (
                    <span className={classes('text-small', !chosen && 'text-soft')}>{price(slot)}</span>
                  ) : null}
                </TimeLink>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A start that can be tapped; the chosen one stands out. */
function TimeLink(props: {
  readonly href: string;
  readonly chosen: boolean;
  readonly className: string;
  /** How it looks while it is not the chosen one. */
  readonly plain: string;
  readonly children: ReactNode;
}) {
  const { href, chosen, className, plain } = props;
  return (
    <li>
      <Link
        href={href}
        aria-current={chosen ? 'true' : undefined}
        className={classes('rounded-card transition-colors', className, chosen ? 'bg-accent text-on-accent' : plain)}
      >
        {props.children}
      </Link>
    </li>
  );
}
