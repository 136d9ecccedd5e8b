/**
 * What a salon sells, who does it and when: everything the slot rules need, as one
 * immutable value. It is replaced as a whole when `version` rises, so what is derived
 * from it (openings as instants) may be cached per object.
 */
export type SalonConfig = {
  readonly salonId: string;
  /** Rises with every change of configuration; a booking names the version it decided on. */
  readonly version: number;
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly policy: Policy;
  readonly services: readonly Service[];
  /** In the salon's order, which also breaks the last ties. */
  readonly staff: readonly Staff[];
  /** In the order in which they are filled. */
  readonly stations: readonly Station[];
  readonly closures: readonly Closure[];
};

export type Policy = {
  /** Smallest time between now and a start. */
  readonly leadMinutes: number;
  /** Farthest local date after today. */
  readonly horizonDays: number;
  /** Grid of starts, counted from local midnight. */
  readonly stepMinutes: number;
  /** A visit can be cancelled or moved online until this long before it starts. */
  readonly cancellationMinutes: number;
  /** Open (future, live) bookings one e-mail address may hold; `null`: no limit. */
  readonly maxOpenBookings: number | null;
  /** Longest wait between two services of one visit. */
  readonly maxWaitMinutes: number;
  /** New bookings are `requested` until the salon confirms them. */
  readonly needsApproval: boolean;
  /** Online booking is switched off for now. */
  readonly paused: boolean;
};

export type PhaseKind = 'work' | 'processing' | 'finish';
export type Phase = { readonly kind: PhaseKind; readonly minutes: number };

export type Service = {
  readonly id: string;
  readonly name: string;
  /** In order; at least one, the staff member is busy in `work` and `finish` only. */
  readonly phases: readonly Phase[];
  /** Minutes after the last phase in which staff member and station stay taken. */
  readonly bufferMinutes: number;
  /** Minor units. */
  readonly priceCents: number;
  /** Kind of chair or room the service occupies; `null`: none. */
  readonly stationKind: string | null;
  /** May be done while the colour of an earlier service of the visit develops. */
  readonly duringProcessing: boolean;
  /** Sold online at all. */
  readonly bookable: boolean;
};

export type Staff = {
  readonly id: string;
  /** First and last local date she can be booked, inclusive; `null`: no bound. */
  readonly activeFrom: string | null;
  readonly activeUntil: string | null;
  readonly weekly: readonly WeeklyOpening[];
  readonly exceptions: readonly OpeningException[];
  readonly offers: readonly Offer[];
};

/** That a staff member does a service, and how she differs from the catalogue. */
export type Offer = {
  readonly serviceId: string;
  /** `null`: the service's price. */
  readonly priceCents: number | null;
  /** Her minutes per phase of the service, in order; `null`: the service's own. */
  readonly phaseMinutes: readonly (number | null)[];
};

/** Wall-clock minutes of the day, `0 ≤ startMinute < endMinute ≤ 1440`. */
export type WallRange = { readonly startMinute: number; readonly endMinute: number };
export type WeeklyOpening = WallRange & {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** First and last local date of this plan, inclusive; `null`: no bound. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};
/** Replaces the weekly plan of one local date; no ranges: she does not work that day. */
export type OpeningException = { readonly date: string; readonly ranges: readonly WallRange[] };

/** Closes the whole salon on every local date from `firstDate` to `lastDate`; `range: null` means all day. */
export type Closure = { readonly firstDate: string; readonly lastDate: string; readonly range: WallRange | null };

export type Station = { readonly id: string; readonly kind: string };
