import { Users } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { priceText } from '../booking/total.ts';
import { peopleText } from '../visit-plan/people-in-turn.ts';
import type { PlannedItem } from '../visit-plan/visit-plan.ts';
import { byPart, type Day, endOf, pricesDiffer, type Slot, startOf } from './day.ts';
import { SuggestedTime } from './SuggestedTime.tsx';
import { TimeButton } from './TimeButton.tsx';

/** The free times of a day: what suits the salon best first, with its reason, then all of them by part of day. */
export function TimesOfDay(props: {
  readonly day: Day;
  readonly salon: { readonly timezone: string; readonly currency: string };
  readonly priceFrom: boolean;
  /** For several services: how the visit would go. */
  readonly planOf: ((slot: Slot) => readonly PlannedItem[]) | undefined;
  readonly at: string | null;
  readonly hrefOf: (at: string) => string;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const { planOf } = props;
  const { slots } = props.day;
  const suggested = slots.filter(({ recommended }) => recommended !== undefined);
  const priced = pricesDiffer(slots);
  const who = planOf && ((slot: Slot) => peopleText(planOf(slot), speech));
  // Said once where it is the same for all of them.
  const [sameForAll, ...others] = new Set(who ? slots.map(who) : []);
  const isSame = others.length === 0;
  const choiceOf = (slot: Slot) => {
    const at = startOf(slot, slots);
    return {
      slot,
      href: props.hrefOf(at),
      chosen: at === props.at,
      price: priced
        ? priceText({ cents: slot.priceCents, from: props.priceFrom }, props.salon.currency, speech)
        : undefined,
      who: isSame ? undefined : who?.(slot),
      until: planOf && endOf(slot, props.salon.timezone),
      plan: planOf?.(slot),
    };
  };
  return (
    <div className="space-y-6">
      {isSame && sameForAll ? (
        <p className="flex items-center gap-2 text-soft">
          <Users aria-hidden className="size-5 shrink-0" />
          {t.booking.with({ name: sameForAll })}
        </p>
      ) : null}
      {suggested.length > 0 ? (
        <section aria-labelledby="suggested">
          <h3 id="suggested" className="text-small text-soft">
            {t.booking.recommended}
          </h3>
          <ul className="mt-2 grid gap-2 tablet:grid-cols-2">
            {suggested.map((slot) => (
              <SuggestedTime key={slot.startsAt} {...choiceOf(slot)} />
            ))}
          </ul>
        </section>
      ) : null}
      {byPart(slots).map(({ part, slots: some }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h3 id={`part-${part}`} className="text-small text-soft">
            {t.booking.parts[part]}
          </h3>
          <ul
            className="mt-2 grid gap-2"
            style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${isSame ? '5rem' : '8rem'}, 1fr))` }}
          >
            {some.map((slot) => (
              <TimeButton key={slot.startsAt} {...choiceOf(slot)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
