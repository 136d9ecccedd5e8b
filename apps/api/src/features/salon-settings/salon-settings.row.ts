import type { DeskClosure, SettingsAnswer, SettingsChange } from '@salon/contracts/desk/settings';
import type { Prisma } from '@salon/db/prisma';
import { dateOf } from '../set-up/dates.ts';
import { versionOf } from '../set-up/version-of.ts';

type SalonRow = Prisma.SalonGetPayload<object>;
type ClosureRow = Prisma.ClosureGetPayload<object>;
export type Settings = Omit<SettingsAnswer, 'closures' | 'today'>;

/** A salon's settings as they are edited. */
export function settingsFromRow(row: SalonRow): Settings {
  const { name, phone, email, street, postalCode, city } = row;
  const { description, colour, locale, bookButton, pricesIncludeVat } = row;
  const { imprint, privacy, terms } = row;
  const { leadMinutes, horizonDays, stepMinutes, cancellationMinutes, maxOpenBookings, maxWaitMinutes } = row;
  const { reminderMinutes, needsApproval } = row;
  const parts = {
    details: { name, phone, email, street, postalCode, city },
    looks: {
      description,
      colour,
      locale,
      addressForm: row.addressForm === 'du' ? ('du' as const) : ('sie' as const),
      bookButton,
      pricesIncludeVat,
    },
    legal: { imprint, privacy, terms },
    policy: {
      leadMinutes,
      horizonDays,
      stepMinutes,
      cancellationMinutes,
      maxOpenBookings,
      maxWaitMinutes,
      reminderMinutes,
      needsApproval,
    },
    pause: { paused: row.bookingPaused, message: row.pausedMessage },
    statistics: { visitors: row.visitorStatistics },
  };
  return {
    version: versionOf(parts),
    slug: row.slug,
    timezone: row.timeZone,
    currency: row.currency,
    logoUrl: row.logoUrl,
    ...parts,
  };
}

/** The columns of the parts that a change names. */
export function columnsOf({
  details,
  looks,
  legal,
  policy,
  pause,
  statistics,
}: SettingsChange): Prisma.SalonUpdateInput {
  return {
    ...details,
    ...looks,
    ...legal,
    ...policy,
    ...(pause ? { bookingPaused: pause.paused, pausedMessage: pause.message } : {}),
    ...(statistics ? { visitorStatistics: statistics.visitors } : {}),
  };
}

export function closureFromRow({ id, name, firstDate, lastDate, startMinute, endMinute }: ClosureRow): DeskClosure {
  const closure = { name, firstDate: dateOf(firstDate), lastDate: dateOf(lastDate), startMinute, endMinute };
  return { id, version: versionOf(closure), ...closure };
}
