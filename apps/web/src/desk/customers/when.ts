import type { Formats } from '../../lib/formats.ts';
import type { DeskMessages } from '../i18n/de.ts';

/** "Di., 24. Nov. 2026, 14:00 Uhr" of an instant as the API gives it: in the salon's wall clock. */
export function when(instant: string, { t, f }: { readonly t: DeskMessages; readonly f: Formats }): string {
  return t.customers.at({ day: f.day(instant.slice(0, 10)), time: f.time(instant.slice(11, 16)) });
}
