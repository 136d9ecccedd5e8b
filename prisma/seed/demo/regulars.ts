import { DAY } from '@salon/domain/time/interval';
import type { Random } from '../random.ts';
import type { Person } from './people.ts';

/** A customer with the date of her last visit, which the plan moves on. */
export type Regular = Person & { last: string };

/** Nobody is back before this share of her usual time has passed. */
const EARLIEST = 0.7;
/** Among how many of those who have waited longest the dice decide. */
const WAITING = 15;

/** Customers whose last visits lie spread over the weeks before the first day. */
export function regularsBefore(firstDate: string, people: readonly Person[], random: Random): Regular[] {
  return people.map((person) => ({ ...person, last: daysBefore(firstDate, 1 + random.below(person.rhythm)) }));
}

/** One of those whose hair is due on a date, of a list that is looked through in order. */
export function whoIsDue(regulars: readonly Regular[], date: string, random: Random): Regular | undefined {
  const waiting = regulars
    .map((regular) => ({ regular, waited: daysBetween(regular.last, date) / regular.rhythm }))
    .filter(({ waited }) => waited >= EARLIEST)
    .sort((a, b) => b.waited - a.waited)
    .slice(0, WAITING);
  return waiting.length === 0 ? undefined : random.pick(waiting).regular;
}

const daysBetween = (earlier: string, later: string) => (Date.parse(later) - Date.parse(earlier)) / DAY;
const daysBefore = (date: string, days: number) => new Date(Date.parse(date) - days * DAY).toISOString().slice(0, 10);
