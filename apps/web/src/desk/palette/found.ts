import type { CustomerRow } from '@salon/contracts/desk/customers';
import type { FoundVisit } from '@salon/contracts/desk/visit';
import { CalendarSearch, UserRound } from 'lucide-react';
import { wallClock } from '../../lib/dates.ts';
import type { Formats } from '../../lib/formats.ts';
import type { ViewState } from '../calendar/view-state.ts';
import type { DeskMessages } from '../i18n/de.ts';
import { customerPath } from '../lib/paths.ts';
import { dayAndTime } from '../visit/visit-words.ts';
import type { Found } from './PaletteItem.tsx';
import { dayPath } from './view-path.ts';

type Salon = { readonly slug: string; readonly timezone: string };

/** A customer, with when she comes next or was here last. */
export const foundPerson =
  (t: DeskMessages, f: Formats, salon: Salon) =>
  ({ id, name, phone, nextVisit, lastVisit }: CustomerRow): Found => {
    const seen = nextVisit ?? lastVisit;
    const when = seen === null ? undefined : dayAndTime(f, salon.timezone, seen);
    return {
      ...{ id: `customer ${id}`, icon: UserRound, text: name || t.calendar.walkIn },
      more: [when && (nextVisit ? t.palette.next({ when }) : t.palette.last({ when })), phone]
        .filter(Boolean)
        .join(' · '),
      path: customerPath(salon.slug, id),
    };
  };

/** A visit; choosing it opens it in the calendar of its day. */
export const foundVisit =
  (t: DeskMessages, f: Formats, salon: Salon, shown: ViewState) =>
  ({ id, name, startsAt, services, status }: FoundVisit): Found => ({
    ...{ id: `visit ${id}`, icon: CalendarSearch, text: name || t.calendar.walkIn },
    more: [
      dayAndTime(f, salon.timezone, startsAt),
      f.all(services),
      status === 'confirmed' ? undefined : t.visit.statuses[status],
    ]
      .filter(Boolean)
      .join(' · '),
    path: dayPath(salon.slug, shown, { date: wallClock(salon.timezone, Date.parse(startsAt)).date, visit: id }),
  });
