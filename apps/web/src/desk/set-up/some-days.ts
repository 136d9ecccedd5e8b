import type { NewTimeOffRequest, TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { useState } from 'react';
import { addDays } from '../../lib/dates.ts';
import type { DeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { clockOf } from './time-of-day.ts';

/** Some dates, whole or a part of each. */
export type SomeDays = Pick<NewTimeOffRequest, 'firstDate' | 'lastDate' | 'startMinute' | 'endMinute'>;

type Typed = {
  readonly first: string | null;
  /** Null: the first is the last, too. */
  readonly last: string | null;
  readonly part: boolean;
  readonly startMinute: number;
  readonly endMinute: number;
};

type Options = {
  readonly known?: SomeDays | undefined;
  /** When a part of a day ends, until somebody says otherwise. */
  readonly usualEnd: number;
  /** Whether a part is one of a single day. */
  readonly partOfOne?: boolean;
};

/** Dates as they are typed: what they come to, and what is wrong with them. */
export function useSomeDays({ known, usualEnd, partOfOne = false }: Options) {
  const { t } = useDeskSpeech();
  const [typed, setTyped] = useState<Typed>({
    first: known?.firstDate ?? null,
    last: known?.lastDate ?? null,
    part: known?.startMinute != null,
    startMinute: known?.startMinute ?? 12 * 60,
    endMinute: known?.endMinute ?? usualEnd,
  });
  const { first, part, startMinute, endMinute } = typed;
  const isOneDay = partOfOne && part;
  const last = isOneDay ? first : (typed.last ?? first);
  const wrong = {
    first: first === null ? t.setUp.needed : undefined,
    last: first !== null && last !== null && last < first ? t.setUp.endsBefore : undefined,
    end: part && endMinute <= startMinute ? t.setUp.endsBefore : undefined,
  };
  const times = part ? { startMinute, endMinute } : { startMinute: null, endMinute: null };
  return {
    typed: { ...typed, last },
    put: (changed: Partial<Typed>) => setTyped({ ...typed, ...changed }),
    isOneDay,
    wrong,
    /** Undefined while something is wrong. */
    days:
      first === null || last === null || wrong.last || wrong.end
        ? undefined
        : ({ firstDate: first, lastDate: last, ...times } satisfies SomeDays),
  };
}

/** The dates in words: "Mo, 7. Dezember – Fr, 11. Dezember, 12:00–18:00 Uhr". */
export function daysText(f: DeskSpeech['f'], { firstDate, lastDate, startMinute, endMinute }: SomeDays): string {
  const dates = firstDate === lastDate ? f.day(firstDate) : `${f.day(firstDate)} – ${f.day(lastDate)}`;
  if (startMinute === null || endMinute === null) return dates;
  return `${dates}, ${f.clock(clockOf(startMinute))}–${f.clock(clockOf(endMinute))}${f.afterTime}`;
}

/** From when to when time is held: "Mo, 7. Dezember, 0:00 Uhr – Sa, 12. Dezember, 0:00 Uhr", or whole days as such. */
export function heldText(f: DeskSpeech['f'], { startsAt, endsAt }: NonNullable<TimeOffRequest['timeOff']>): string {
  const [firstDate, from] = [startsAt.slice(0, 10), startsAt.slice(11, 16)];
  const [endDate, to] = [endsAt.slice(0, 10), endsAt.slice(11, 16)];
  if (from === '00:00' && to === '00:00') {
    return daysText(f, { firstDate, lastDate: addDays(endDate, -1), startMinute: null, endMinute: null });
  }
  if (firstDate === endDate) return `${f.day(firstDate)}, ${f.clock(from)}–${f.clock(to)}${f.afterTime}`;
  return `${f.day(firstDate)}, ${f.time(from)} – ${f.day(endDate)}, ${f.time(to)}`;
}
