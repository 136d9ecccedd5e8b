// Two at the desk of one salon make, move, cancel, mark and take back visits, lie some over others on purpose and let people
// fall ill, while a hundred customers book, move and cancel in the same salon on the same days.
//
//   npm run load -- desk [--short]
import { fail, sleep } from 'k6';
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { isHelpful } from './lib/answer.ts';
import { wrongAnswers } from './lib/booking.ts';
import { type DayBook, lookAtDay, signIn } from './lib/day-book.ts';
import {
  below,
  cancelVisit,
  comeBack,
  fallIll,
  type Known,
  makeVisit,
  markVisit,
  moveVisit,
  share,
  undoLast,
} from './lib/desk-actions.ts';
import { type Change, type DeskCalls, deskOf } from './lib/desk-calls.ts';
import { SHORT } from './lib/environment.ts';
import { bookWithLink, cancelByLink, moveByLink } from './lib/link.ts';
import { type LoadSalons, loadSalons, serviceIdOf, slugOf, staffIdOf } from './lib/load-salons.ts';
import { optionsFor } from './lib/options.ts';
import { crowd } from './lib/shapes.ts';
import { CUT, dateAfter, STAFF } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

const CUSTOMERS = 100;
const DESKS = 2;
/** Where all of it takes place, and the first of its days: far enough that a customer can still cancel. */
const SALON = 0;
const FIRST_DAY = 3;
const DAYS = SHORT ? 3 : 10;
/** Now and then a customer wants the day after those, on which people fall ill: else somebody always books meanwhile. */
const QUIET = 0.1;
/** Half-hours from 07:00 at which also a colour begins that is done by 21:00. */
const HALF_HOURS = 26;

/** `[{email, password}]` of members of that salon, as `npm run load` makes them. */
const logins = JSON.parse(__ENV.DESK_LOGINS || '[]') as { email: string; password: string }[];

/** So much that each has done all of it more than once, on a slow machine too. */
const CHANGES = SHORT ? 48 : 400;

export const options: Options = {
  ...optionsFor('customers', crowd(CUSTOMERS, '60s', '12s')),
  scenarios: {
    customers: { ...crowd(CUSTOMERS, '60s', '12s'), exec: 'customer' },
    desks: {
      ...{ executor: 'per-vu-iterations', exec: 'desk', vus: DESKS, iterations: CHANGES },
      // The first customers come before them.
      ...{ startTime: '1s', maxDuration: SHORT ? '60s' : '5m', gracefulStop: '30s' },
    },
  },
  // Whoever is signed in stays so.
  noCookiesReset: true,
};
export const setup = loadSalons;
export const handleSummary = summarise;

const quietDate = (salons: LoadSalons) => dateAfter(salons.today, FIRST_DAY + DAYS);
const someDate = (salons: LoadSalons) =>
  share() < QUIET ? quietDate(salons) : dateAfter(salons.today, FIRST_DAY + below(DAYS));

function someTime(): string {
  const minute = 7 * 60 + 30 * below(HALF_HOURS);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 === 0 ? '00' : '30'}`;
}

export function customer(salons: LoadSalons): void {
  const staff = share() < 0.5 ? below(STAFF) : null;
  const services = share() < 0.7 ? CUT : ['Färben'];
  const wish = wishFor({ salon: SALON, date: someDate(salons), time: someTime(), staff, services }, salons);
  const { answer, booked } = bookWithLink(wish);
  if (answer.status === 409 && !isHelpful(answer)) wrongAnswers.add(1);
  sleep(0.5 + share());
  if (booked === undefined) return;
  if (share() < 0.5) moveByLink(booked, someDate(salons), someTime(), `${wish.key}.move`);
  sleep(share());
  if (share() < 0.4) cancelByLink(booked);
}

/** One member, from her sign-in on. */
let member: { calls: DeskCalls; salonId: string } | undefined;
/** The day as she saw it a moment ago, and what she did last. */
let before: DayBook | undefined;
let last: string | undefined;
/** How many of {@link DAYS_WORK} she has done; the other member is half of it ahead. */
let done = 0;

export function desk(salons: LoadSalons): void {
  member ??= atTheDesk(salons);
  const { calls, salonId } = member;
  const next = DAYS_WORK[(done + (exec.vu.idInTest % DESKS) * (DAYS_WORK.length / DESKS)) % DAYS_WORK.length];
  const now = lookAtDay(salonId, next === ill || next === back ? quietDate(salons) : someDate(salons));
  // Now and then she acts on what she saw a moment ago, and somebody else was faster.
  const day = share() < 0.2 ? (before ?? now) : now;
  before = now;
  const change = day && next?.({ day, last, staffIds: staffOf(salons), cut: cutOf(salons) }, calls);
  sleep(0.1 * share());
  // Where there was nothing to do it with she tries again.
  if (change === undefined) return;
  done += 1;
  const deed = share() < 0.2 ? calls.changeTwice(change) : calls.change(change);
  last = deed.what === 'undo' || deed.changeId === null ? undefined : deed.changeId;
}

function atTheDesk(salons: LoadSalons) {
  const login = logins[exec.vu.idInTest % DESKS];
  if (login === undefined) fail('Run it by npm run load -- desk, which makes the members who sign in.');
  const id = signIn(login as { email: string; password: string });
  let sent = 0;
  const newKey = () => `desk.${salons.run}.${exec.vu.idInTest}.${sent++}`;
  return { calls: deskOf(id, slugOf(SALON), newKey), salonId: id };
}

const staffOf = (salons: LoadSalons) => Array.from({ length: STAFF }, (_, index) => staffIdOf(salons, SALON, index));
const cutOf = (salons: LoadSalons) => ({ id: serviceIdOf(salons, SALON), name: CUT[0] ?? '' });

type Step = (known: Known, calls: DeskCalls) => Change | undefined;
const over: Step = (known) => makeVisit(known, true);
const make: Step = (known) => makeVisit(known, false);
const move: Step = (known) => moveVisit(known, share() < 0.3);
const ill: Step = (known, calls) => fallIll(known, calls) ?? makeVisit(known, false);
const back: Step = (known, calls) => comeBack(known) ?? ill(known, calls);
const undo: Step = (known) => undoLast(known) ?? makeVisit(known, false);

/** One after the other, again and again: all that a desk does, in an order in which each has something to be done with. */
const DAYS_WORK: readonly Step[] = [
  ...[make, over, move, undo, ill, move, markVisit, over],
  ...[cancelVisit, undo, back, make, ill, undo, move, over],
];
