/**
 * One thing that must be true of a history, asked in SQL over the tables of the product and those of `tables.ts`:
 * attempt, asked_salon, asked_key (an attempted key and what it was told), made (bookings made over HTTP), kept_key (the
 * product's record of a key), stretch (what a service needs, counted from its start), and of `deed-tables.ts`.
 */
export type HistoryCheck = {
  name: string;
  /** What is claimed, for people. */
  words: string;
  /** A query for how many things were looked at. */
  checked: string;
  /** A query with one row for each that is wrong; its first column says what, with its names. */
  wrong: string;
  /** Queries for what is no violation but must be said: one number each, named by its words. Zero is not said. */
  notes?: Record<string, string>;
};

/** What a scenario may differ in. */
export type CheckOptions = {
  /** Whether API and clients read one clock; false where the API's clock is moved. Default true. */
  oneClock?: boolean;
};
