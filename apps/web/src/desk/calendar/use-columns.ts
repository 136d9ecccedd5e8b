import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { useMemo, useState } from 'react';
import type { LocalDate } from '../../lib/dates.ts';
import { type Axis, axisOf, type Hours } from './axis.ts';
import { type Column, columnOf, type Ingredients, ingredientsOf, sameIngredients, type Whose } from './columns.ts';

export type Wanted = { readonly whose: Whose; readonly date: LocalDate };

/** Columns of an answer; one that would be made of the very same is the very same, and is not drawn anew. */
export function useColumns(
  answer: CalendarAnswer,
  wanted: readonly Wanted[],
  hours: Hours,
  other: { readonly now: number; readonly leastMinutes: number },
): readonly Column[] {
  const [kept] = useState(() => new Map<string, { ingredients: Ingredients; column: Column }>());
  const axes = useAxes(answer.timezone, wanted, hours);
  const { now, leastMinutes } = other;
  return useMemo(
    () =>
      wanted.flatMap(({ whose, date }) => {
        const axis = axes.get(date);
        if (axis === undefined) return [];
        const key = `${date} ${whose.id}`;
        const ingredients = ingredientsOf(answer, whose, axis, { now, leastMinutes });
        const before = kept.get(key);
        if (before !== undefined && sameIngredients(before.ingredients, ingredients)) return [before.column];
        const column = columnOf(ingredients);
        kept.set(key, { ingredients, column });
        return [column];
      }),
    [answer, wanted, axes, now, leastMinutes, kept],
  );
}

function useAxes(timeZone: string, wanted: readonly Wanted[], { from, to }: Hours): ReadonlyMap<LocalDate, Axis> {
  const dates = [...new Set(wanted.map(({ date }) => date))].join(' ');
  return useMemo(
    () => new Map(dates.split(' ').map((date) => [date, axisOf(timeZone, date, { from, to })])),
    [timeZone, dates, from, to],
  );
}
