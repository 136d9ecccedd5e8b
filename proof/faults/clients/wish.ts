const FIRST_MINUTE = 7 * 60;
/** Starts lie so far apart that no visit runs into the next: 07:00, 08:30 … 19:00. */
const APART = 90;
const STARTS = 9;
const DAY = 86_400_000;
/** Wishes lie here, so that the API's clock can be moved to any clock change between and they stay bookable. */
const FIRST_DAY = Date.UTC(2027, 3, 5);
const DAYS = 180;
/** Every fourth wish is after a slot that seven others want too; it has five staff. */
const CONTENDED_EVERY = 4;
const RIVALS = 8;
const SERVICES = ['Haarschnitt', 'Färben'] as const;

export type Wish = {
  salon: string;
  service: (typeof SERVICES)[number];
  /** Which of the salon's five, or anybody. */
  person: number | null;
  date: string;
  time: string;
};

/**
 * The nth wish of a run over so many load salons. Three of four are nobody else's: their person and time are asked for
 * once (until some 100,000 wishes of forty salons are through). The fourth is after a slot with seven rivals, without naming a person.
 */
export function wishOf(n: number, salons: number): Wish {
  if (n % CONTENDED_EVERY === CONTENDED_EVERY - 1) {
    const slot = Math.floor(n / (CONTENDED_EVERY * RIVALS));
    return { ...place(slot, salons, DAYS / 2), service: SERVICES[slot % 2] ?? 'Haarschnitt', person: null };
  }
  const own = n - Math.floor(n / CONTENDED_EVERY);
  const slot = Math.floor(own / 5);
  return { ...place(slot, salons, 0), service: SERVICES[own % 2] ?? 'Haarschnitt', person: own % 5 };
}

/** Salon first, then time, then day: neighbours in time are neighbours in salon, so that salons are shared by clients. */
function place(slot: number, salons: number, fromDay: number) {
  const salon = `load-${String((slot % salons) + 1).padStart(3, '0')}`;
  const minute = FIRST_MINUTE + APART * (Math.floor(slot / salons) % STARTS);
  const day = fromDay + (Math.floor(slot / (salons * STARTS)) % (DAYS / 2));
  const date = new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
  return { salon, date, time: `${digits(minute / 60)}:${digits(minute % 60)}` };
}

const digits = (number: number) => String(Math.floor(number)).padStart(2, '0');
