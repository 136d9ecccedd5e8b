/** What a customer asks for: services in the order in which they run. */
export type VisitRequest = {
  readonly items: readonly {
    readonly serviceId: string /** Absent: anybody eligible. */;
    readonly staffId?: string | undefined;
  }[];
};

/** Somebody or something is taken from–to. */
export type TakenTime = {
  /** Staff member or station. */
  readonly claimantId: string;
  readonly start: number;
  readonly end: number;
  /** True for a visit's claim, false for time off and blocked time (which is no load). */
  readonly visit: boolean;
  /** The visit or time off that takes it; needed only where what one of them takes is to count as free. */
  readonly holder?: string;
};

/** One way of serving a request at one start: who does what when, and what that takes. */
export type Arrangement = {
  readonly startsAt: number;
  /** End of the last phase; the buffer comes after it. */
  readonly endsAt: number;
  readonly priceCents: number;
  readonly items: readonly ArrangedItem[];
  /** Staff time to claim, per staff member disjoint and ascending. */
  readonly staffClaims: readonly StaffClaim[];
  /** One station of each kind the visit needs, lowest free first. */
  readonly stationNeeds: readonly StationNeed[];
  /** Equal for arrangements that only the day's load and the staff order tell apart; ascending from 0. */
  readonly rank: number;
};

export type ArrangedItem = {
  readonly serviceId: string;
  readonly staffId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly priceCents: number;
};
export type StaffClaim = {
  readonly staffId: string;
  readonly itemIndex: number;
  readonly start: number;
  readonly end: number;
};
export type StationNeed = {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** All stations of the kind in filling order; when taken times were given, only free ones. */
  readonly stationIds: readonly string[];
};
