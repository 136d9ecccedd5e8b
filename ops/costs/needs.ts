/** A salon as it is taken here: what it does is assumed, and stands in docs/costs.md. */
const SALON = {
  visitsADay: 50,
  daysAMonth: 26,
  shareOfBusiestHour: 0.15,
  peakOverHour: 3,
  mailsAVisit: 3,
} as const;
/** Processors are to be half idle in the busiest minute. */
const USED_AT_MOST = 0.5;
const MONTHS_KEPT = 24;

/** What the load run of the desk found (`docs/proof/results/load-desk.json`): shares of all processors. */
export type DeskRun = {
  readonly machine: { readonly cores: number };
  readonly figures: {
    readonly seconds: number;
    readonly bookings: number;
    readonly cpu: { readonly api: number; readonly postgres: number; readonly worker: number };
  };
};
/** What the run of growth found (`docs/proof/results/growth.json`). */
export type GrowthRun = { readonly sizes: readonly { readonly claims: number; readonly bytes: number }[] };

export type Needs = ReturnType<typeof needsOf>;

/** Processor seconds that a booking costs, with everything around it: refusals, moves, cancellations, the desk, its live calendar, mails. */
export function secondsABooking({ machine, figures }: DeskRun) {
  const of = (share: number) => (share * machine.cores * figures.seconds) / figures.bookings;
  return { api: of(figures.cpu.api), postgres: of(figures.cpu.postgres), worker: of(figures.cpu.worker) };
}

/** Bytes of database a booking takes with tables, indexes and its two claims, in the largest database that was filled. */
export function bytesABooking({ sizes }: GrowthRun): number {
  const largest = sizes.at(-1);
  if (largest === undefined) throw new Error('No size was measured.');
  return largest.bytes / (largest.claims / 2);
}

/** What so many salons need: bookings and processors in the busiest minute (half idle), mails a month, gigabytes after two years. */
export function needsOf(salons: number, desk: DeskRun, growth: GrowthRun) {
  const visits = salons * SALON.visitsADay * SALON.daysAMonth;
  const perSecond = ((salons * SALON.visitsADay * SALON.shareOfBusiestHour) / 3_600) * SALON.peakOverHour;
  const cost = secondsABooking(desk);
  const cores = (seconds: number) => (perSecond * seconds) / USED_AT_MOST;
  return {
    ...{ salons, visits, perSecond, mails: visits * SALON.mailsAVisit },
    cores: { api: cores(cost.api), postgres: cores(cost.postgres), worker: cores(cost.worker) },
    gigabytes: (visits * MONTHS_KEPT * bytesABooking(growth)) / 1e9,
  };
}
