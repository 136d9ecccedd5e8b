import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { wallClock } from '../../lib/dates.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { fits } from './fits.ts';
import { foundPerson, foundVisit } from './found.ts';
import type { Found } from './PaletteItem.tsx';
import { peopleQuery, visitsQuery } from './palette.queries.ts';
import { PALETTE, type PaletteAction } from './palette-actions.ts';
import { typedDate } from './typed-date.ts';
import { useSettled } from './use-settled.ts';
import { useShown } from './use-shown.ts';
import { dayPath } from './view-path.ts';

const SETTLE_MS = 120;
/** From here on a name says something. */
const LEAST = 2;

export type FoundOfAKind = {
  readonly kind: 'day' | 'people' | 'visits' | 'actions' | 'pages';
  readonly found: readonly Found[];
};

/** Whether no answer came: it failed, or waits for a network. */
const isUnheard = ({ isError, fetchStatus }: Pick<UseQueryResult, 'isError' | 'fetchStatus'>) =>
  isError || fetchStatus === 'paused';

/** Days, people, visits, actions and pages that fit what is typed, those most likely meant first. */
export function useFound(typed: string): {
  readonly kinds: readonly FoundOfAKind[];
  readonly searching: boolean;
  /** People and visits could not be asked for, so that nobody can say whether there are any. */
  readonly failed: boolean;
} {
  const { t, f } = useDeskSpeech();
  const { salon, can } = useDesk();
  const shown = useShown();
  const name = typed.trim();
  const settled = useSettled(name, SETTLE_MS);
  const isLongEnough = settled.length >= LEAST && name.length >= LEAST;
  const asked = { people: isLongEnough && can('seeCustomers'), visits: isLongEnough && can('seeCalendar') };
  const placeholderData = keepPreviousData;
  const people = useQuery({ ...peopleQuery(salon.id, settled), enabled: asked.people, placeholderData });
  const visits = useQuery({ ...visitsQuery(salon.id, settled), enabled: asked.visits, placeholderData });
  const today = wallClock(salon.timezone, Date.now()).date;
  const day = can('seeCalendar') ? typedDate(name, today) : undefined;
  const onDay = shown.date === null || shown.date === today ? undefined : f.day(shown.date);
  const listed = (actions: readonly PaletteAction[]) =>
    actions
      .filter(({ right, name: named }) => (right === undefined || can(right)) && fits(named(t), name))
      .map(
        (one): Found => ({
          ...{ id: one.id, icon: one.icon, text: one.name(t), more: one.ofDay ? onDay : undefined },
          path: one.path(salon.slug, shown),
        }),
      );
  const days = (day === undefined ? [] : [day]).map(
    (date): Found => ({
      ...{ id: 'day', icon: CalendarDays, text: f.fullDay(date) },
      path: dayPath(salon.slug, shown, { date, visit: null }),
    }),
  );
  const kinds: FoundOfAKind[] = [
    { kind: 'day', found: days },
    { kind: 'people', found: ((asked.people && people.data?.customers) || []).map(foundPerson(t, f, salon)) },
    { kind: 'visits', found: ((asked.visits && visits.data?.visits) || []).map(foundVisit(t, f, salon, shown)) },
    { kind: 'actions', found: listed(PALETTE.actions) },
    { kind: 'pages', found: listed(PALETTE.pages) },
  ];
  const asks = name.length >= LEAST && (can('seeCustomers') || can('seeCalendar'));
  return {
    kinds: kinds.filter(({ found }) => found.length > 0),
    searching: asks && (people.isFetching || visits.isFetching || settled !== name),
    failed: asks && (isUnheard(people) || isUnheard(visits)),
  };
}
