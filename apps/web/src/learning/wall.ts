import type { LearningEvents, VisitorEvent } from '@salon/contracts/learning';

type Names = { readonly [Event in VisitorEvent]: Readonly<Record<keyof LearningEvents[Event], true>> };

/** Of each event the properties that the catalogue names; one too many or too few is a type error. */
const NAMES: Names = {
  booking_started: { salon: true, language: true },
  service_viewed: { salon: true, service: true },
  calendar_opened: { salon: true, services: true },
  date_selected: { salon: true, daysAhead: true },
  time_slot_clicked: { salon: true, daysAhead: true },
  time_selected: { salon: true, daysAhead: true },
  customer_details_entered: { salon: true, forOther: true },
  form_error: { salon: true, field: true, wrong: true },
  booking_step_completed: { salon: true, step: true },
  cancellation: { salon: true, daysAhead: true },
};
/** Besides: what ties events of one visitor together, and for which project. */
const OWN = ['distinct_id', 'token', '$session_id'];
/** An id, or a word of a list: no sentence, no address, no link. */
const WORD = /^[\w-]{1,80}$/;

const isClosed = (value: unknown) =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && WORD.test(value));

/**
 * What of an event's properties may leave the browser; undefined: the event itself may not. The API looks once more, at each
 * value: here its schemas would double what a visitor has to load.
 */
export function onlyKnown(event: string, properties: Readonly<Record<string, unknown>>) {
  const known = (NAMES as Readonly<Record<string, Readonly<Record<string, true>>>>)[event];
  if (known === undefined) return undefined;
  const kept = Object.entries(properties).filter(
    ([name, value]) => (name in known || OWN.includes(name)) && isClosed(value),
  );
  return Object.fromEntries(kept);
}
