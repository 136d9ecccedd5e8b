/** What a client saw: counts, the seconds it ran, and how long a booking took in milliseconds. */
export type ClientFigures = {
  readonly booked: number;
  /** Refused, broken off or never answered. */
  readonly failed: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};
