import type { Conflict } from '@salon/contracts/desk/visit';
import type { Formats } from '../../lib/formats.ts';
import type { DeskMessages } from '../i18n/de.ts';
import { span } from './visit-words.ts';

/** What is known of whom and what a conflict names by id. */
export type ConflictNames = {
  readonly staff: (staffId: string) => string;
  readonly station: (stationId: string) => string;
  /** What is done at a visit, if it is shown. */
  readonly services: (visitId: string) => string | undefined;
};

/** What is in the way, in a sentence: "10:00–10:45 Uhr liegt Anna Müller, Farbe, bei Jonas." */
export function conflictWords(
  { t, f, timeZone }: { readonly t: DeskMessages; readonly f: Formats; readonly timeZone: string },
  conflict: Conflict,
  names: ConflictNames,
): string {
  const words = t.visit.conflicts;
  const time = span(f, timeZone, conflict);
  const staff = conflict.staffId === undefined ? '' : names.staff(conflict.staffId);
  const reason = conflict.name ?? '';
  const services = conflict.visitId === undefined ? undefined : names.services(conflict.visitId);
  switch (conflict.kind) {
    case 'visit': {
      const who = [reason || t.visit.someVisit, services].filter(Boolean).join(', ');
      return words.visit({ time, who, staff });
    }
    case 'time_off':
      return reason ? words.timeOffFor({ time, staff, reason }) : words.timeOff({ time, staff });
    case 'blocked':
      return reason ? words.blockedFor({ time, staff, reason }) : words.blocked({ time, staff });
    case 'outside_openings':
      return words.outside({ time, staff });
    case 'closure':
      return reason ? words.closedFor({ time, reason }) : words.closed({ time });
    case 'not_offered':
      return words.notOffered({ staff });
    case 'station': {
      const station = conflict.stationId === undefined ? '' : names.station(conflict.stationId);
      if (station === '') return words.noStation({ time });
      const who = [reason, services].filter(Boolean).join(', ');
      return who === '' ? words.station({ time, station }) : words.stationBy({ time, station, who });
    }
  }
}
