/** The load salons the seed makes, and their staff each. */
export const SALONS = 200;
export const STAFF = 5;

/** Days that can be booked in any zone, today left out. */
const DAYS = 365;
const OPENS = 7 * 60;
/** Half-hours between 07:00 and 21:00: one after the other, so that no two visits of half an hour touch. */
const STARTS = 28;
const MINUTES = 30;

/** A start that is free: which salon (from 0), when by its wall clock, and whom to ask for (from 0; null: anybody). */
export type Slot = { salon: number; date: string; time: string; staff: number | null };

/** How many slots there are before one would come twice. */
export const SLOTS = SALONS * DAYS * STARTS * STAFF;

/**
 * The slot for a number from 0 on: spread over salons first, then days, then the hours of the day. Half the starts are
 * asked for with a person, the others with nobody named, and each is given out to five, as there are staff.
 */
export function slotOf(number: number, today: string): Slot {
  return slotIn({ days: DAYS, dayOf: (index) => index, starts: STARTS, minutes: MINUTES }, number, today);
}

/** What is booked in half an hour, and in an hour and a quarter of one person, who cuts while her colour develops. */
export const CUT = ['Haarschnitt'];
const COLOUR_AND_CUT = ['Färben', 'Haarschnitt'];

/** A slot, and what to book there. */
export type Errand = Slot & { services: readonly string[] };

/**
 * The errand for a number from 0 on: every third is colour and cut, the others are a cut. Both have days of their own, the
 * one every third: so whoever asks for anybody finds a person free for all of it, and nobody is split between two.
 */
export function errandOf(number: number, today: string): Errand {
  const third = Math.floor(number / 3);
  if (number % 3 === 2) return { ...slotIn(BASKET_DAYS, third, today), services: COLOUR_AND_CUT };
  return { ...slotIn(CUT_DAYS, third * 2 + (number % 3), today), services: CUT };
}

/** Days that are filled alike: how many, which ones (from 0), and the starts of each, so many minutes apart. */
type Days = { days: number; dayOf: (index: number) => number; starts: number; minutes: number };

const BASKET_DAYS: Days = {
  days: Math.floor(DAYS / 3),
  dayOf: (index) => index * 3 + 2,
  starts: 11, // 07:00, 08:15 … 19:30
  minutes: 75,
};
const CUT_DAYS: Days = {
  days: DAYS - BASKET_DAYS.days,
  dayOf: (index) => index + Math.floor(index / 2),
  starts: STARTS,
  minutes: MINUTES,
};

function slotIn({ days, dayOf, starts, minutes }: Days, number: number, today: string): Slot {
  const salon = number % SALONS;
  const day = dayOf(Math.floor(number / SALONS) % days);
  const start = Math.floor(number / (SALONS * days)) % starts;
  const lap = Math.floor(number / (SALONS * days * starts));
  const named = (day + start) % 2 === 0;
  return {
    salon,
    date: dateAfter(today, day + 1),
    time: timeOf(start * minutes),
    staff: named ? (salon + day + lap) % STAFF : null,
  };
}

/**
 * One of twenty chairs that many want at once: four starts of a day, five staff each. Every other wish names a person.
 * Each round has a day and a salon of its own.
 */
export function hotSlotOf(round: number, wish: number, today: string): Slot {
  return {
    salon: Math.floor(round / DAYS) % SALONS,
    date: dateAfter(today, (round % DAYS) + 1),
    time: timeOf((wish % 4) * 7 * MINUTES),
    staff: wish % 8 < 4 ? null : Math.floor(wish / 8) % STAFF,
  };
}

/** So many minutes after opening. */
function timeOf(minutes: number): string {
  const minute = OPENS + minutes;
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** A date so many days after another. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const pad = (number: number) => String(number).padStart(2, '0');
