import type { KnownId } from '@salon/contracts/learning';
import type { Step, Wish } from '../features/booking/wish.ts';
import { daysBetween, type LocalDate } from '../lib/dates.ts';
import type { Told } from './tell.ts';

const STEPS: readonly Step[] = ['services', 'person', 'time', 'details', 'check'];
/** What the page itself lists; the wall before PostHog holds each to being an id all the same. */
const known = (id: string) => id as KnownId;

/** What a visitor did when her wish became another: all that is told of a way to a visit stands in its address. */
export function wishEvents(
  before: Wish,
  after: Wish,
  about: { readonly today: LocalDate; readonly forOther: boolean },
): readonly Told[] {
  const daysAhead = Math.max(0, daysBetween(about.today, after.day ?? about.today));
  const isOnward = STEPS.indexOf(after.step) > STEPS.indexOf(before.step);
  const added = after.services.filter((id) => !before.services.includes(id));
  const told: Told[] = added.map((id) => ['service_viewed', { service: known(id) }]);
  if (after.day !== null && after.day !== before.day) told.push(['date_selected', { daysAhead }]);
  if (after.at !== null && (after.at !== before.at || after.day !== before.day)) {
    told.push(['time_slot_clicked', { daysAhead }]);
  }
  if (before.step === 'time' && isOnward) told.push(['time_selected', { daysAhead }]);
  if (before.step === 'details' && isOnward) {
    told.push(['customer_details_entered', { forOther: about.forOther }]);
  }
  if (isOnward) told.push(['booking_step_completed', { step: before.step }]);
  if (after.step === 'time' && before.step !== 'time') {
    told.push(['calendar_opened', { services: after.services.length }]);
  }
  return told;
}
