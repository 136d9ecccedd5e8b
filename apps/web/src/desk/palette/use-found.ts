import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarDays, CalendarSearch, UserRound } from 'lucide-react';
import { wallClock } from '../../lib/dates.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { calendarPath, customerPath } from '../lib/paths.ts';
import { fits } from './fits.ts';
import type { Found } from './PaletteItem.tsx';
import { PALETTE, type PaletteAction } from './palette-actions.ts';
import { peopleQuery } from './people.queries.ts';
import { typedDate } from './typed-date.ts';
import { useSettled } from './use-settled.ts';

const SETTLE_MS = 120;
/** From here on a name says something. */
const LEAST = 2;

export type FoundOfAKind = {
  readonly kind: 'day' | 'people' | 'visits' | 'actions' | 'pages';
  readonly found: readonly Found[];
};

/** Days, people, their next visits, actions and pages that fit what is typed, those most likely meant first. */
export function useFound(typed: string): { readonly kinds: readonly FoundOfAKind[]; readonly searching: boolean } {
  const { t, f } = useDeskSpeech();
  const { salon, can } = useDesk();
  const name = typed.trim();
  const settled = useSettled(name, SETTLE_MS);
  const asks = settled.length >= LEAST && name.length >= LEAST && can('seeCustomers');
  const { data, isFetching } = useQuery({
    ...peopleQuery(salon.id, settled),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const day = typedDate(name, wallClock(salon.timezone, Date.now()).date);
  const customers = (asks && data?.customers) || [];
  const moment = (instant: string) => {
    const { date, time } = wallClock(salon.timezone, Date.parse(instant));
    return { date, text: `${f.day(date)}, ${f.time(time)}` };
  };
  const people = customers.map((one): Found => {
    const seen = one.nextVisit ?? one.lastVisit;
    const when = seen === null ? undefined : moment(seen).text;
    return {
      id: `customer ${one.id}`,
      icon: UserRound,
      text: one.name,
      more: [when && (one.nextVisit ? t.palette.next({ when }) : t.palette.last({ when })), one.phone]
        .filter(Boolean)
        .join(' · '),
      path: customerPath(salon.slug, one.id),
    };
  });
  const visits = customers.flatMap((one): Found[] => {
    if (one.nextVisit === null) return [];
    const { date, text } = moment(one.nextVisit);
    const path = calendarPath(salon.slug, `date=${date}`);
    return [{ id: `visit ${one.id}`, icon: CalendarSearch, text: one.name, more: text, path }];
  });
  const listed = (actions: readonly PaletteAction[]) =>
    actions
      .filter(({ right, name: named }) => (right === undefined || can(right)) && fits(named(t), name))
      .map((one): Found => ({ id: one.id, icon: one.icon, text: one.name(t), path: one.path(salon.slug) }));
  const days =
    day === undefined || !can('seeCalendar')
      ? []
      : [{ id: 'day', icon: CalendarDays, text: f.fullDay(day), path: calendarPath(salon.slug, `date=${day}`) }];
  const kinds: FoundOfAKind[] = [
    { kind: 'day', found: days },
    { kind: 'people', found: people },
    { kind: 'visits', found: visits },
    { kind: 'actions', found: listed(PALETTE.actions) },
    { kind: 'pages', found: listed(PALETTE.pages) },
  ];
  return {
    kinds: kinds.filter(({ found }) => found.length > 0),
    searching: name.length >= LEAST && can('seeCustomers') && (isFetching || settled !== name),
  };
}
