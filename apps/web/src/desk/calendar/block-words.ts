import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { Interval } from '@salon/domain/time/interval';
import { wallTime } from '@salon/domain/time/wall-clock';
import type { Formats } from '../../lib/formats.ts';
import type { DeskMessages } from '../i18n/de.ts';
import { minutesOf } from './axis.ts';
import type { Off } from './columns.ts';
import type { Piece } from './piece.ts';

export type BlockWords = ReturnType<typeof blockWords>;

/** What blocks of the calendar say, to the eye and to the ear. */
export function blockWords(t: DeskMessages, f: Formats, timeZone: string) {
  const { calendar } = t;
  const clock = (at: number) => f.clock(wallTime(timeZone, at).time);
  const span = ({ start, end }: Interval) => ({ from: clock(start), to: clock(end) });
  const lasts = (span: Interval) => Math.round(minutesOf(span));
  const words = {
    clock,
    span,
    outside: calendar.marks.outside,
    /** Whose visit it is. */
    name: (visit: DeskVisit) => visit.guestName ?? (visit.name || calendar.walkIn),
    /** What the marks of a visit say, its state first. */
    marks({ marks, status }: DeskVisit, outside: boolean): string[] {
      const said = calendar.marks;
      return [
        ...(status === 'confirmed' || status === 'cancelled' ? [] : [calendar.statuses[status]]),
        ...(outside ? [said.outside] : []),
        ...(marks.newCustomer ? [said.newCustomer] : []),
        ...(marks.allergy ? [said.allergy] : []),
        ...(marks.noShows > 0 ? [said.noShows({ n: marks.noShows })] : []),
        ...(marks.note ? [said.note] : []),
        ...(marks.overlaps ? [said.overlaps] : []),
        ...(marks.sameCustomerAtOnce ? [said.sameCustomerAtOnce] : []),
        ...(marks.online ? [said.online] : []),
      ];
    },
    /** All of a visit's part, as it is read out: "10:00 bis 10:45, Müller, Farbe, Einwirkzeit 10:15 bis 10:35 frei". */
    piece(piece: Piece, outside: boolean): string {
      const { visit, stretches, services } = piece;
      const free = stretches.flatMap((one) => {
        if (one.kind === 'processing') return [calendar.develops(span(one))];
        return one.kind === 'elsewhere' ? [calendar.elsewhere(span(one))] : [];
      });
      const what = calendar.blockLabel({ ...span(piece), name: words.name(visit), services: f.all(services) });
      return [what, ...free, ...words.marks(visit, outside)].join(', ');
    },
    free: (gap: Interval) => calendar.freeLabel({ ...span(gap), time: f.longDuration(lasts(gap)) }),
    freeShort: (gap: Interval) => calendar.free({ time: f.duration(lasts(gap)) }),
    /** What somebody is away for, where that may be known. */
    offReason: ({ timeOff }: Off) => timeOff.reason ?? calendar.off[timeOff.kind],
    off(off: Off): string {
      const what = calendar.offLabel({ ...span(off), what: words.offReason(off) });
      return off.timeOff.overlaps ? `${what}, ${calendar.offOverlaps}` : what;
    },
  };
  return words;
}
