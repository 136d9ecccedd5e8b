import type { BookingStatus } from '../booking/status.ts';

/*
 * Visits as rows, in the order of their columns: how thousands of them are sent. Numbers come first; times are epoch
 * milliseconds; a text is empty where there is none.
 */

export type SentVisit = readonly [
  version: number,
  startsAt: number,
  endsAt: number,
  priceCents: number | null,
  id: string,
  reference: string,
  status: BookingStatus,
  customerId: string,
  name: string,
  guestName: string,
  phone: string,
  email: string,
  note: string,
  source: string,
];

export type SentItem = readonly [
  position: number,
  startsAt: number,
  endsAt: number,
  priceCents: number | null,
  visitId: string,
  serviceId: string,
  service: string,
  staffId: string,
  staff: string,
];

/** A stretch of time that an item wants, or with `-1` for its position, of a station's. */
export type SentWant = readonly [
  itemPosition: number,
  startsAt: number,
  endsAt: number,
  visitId: string,
  claimantId: string,
];

/** Something a glance at her visit should tell of a customer; of most there is nothing. */
export type ToldOfCustomer = {
  readonly what: 'missed' | 'allergic' | 'new';
  readonly customerId: string;
  /** How often she did not come; when she was here first, null: never yet. */
  readonly value: number | null;
};

/** Visits and all that hangs on them. */
export type SentVisits = {
  readonly visits: readonly SentVisit[];
  readonly items: readonly SentItem[];
  readonly wants: readonly SentWant[];
  readonly customers: readonly ToldOfCustomer[];
  /** Visits during which their customer has another one. */
  readonly atOnce: readonly string[];
  /** Visits that lie over time somebody else holds. */
  readonly overlapping: readonly string[];
};

/** The same as they are sent: the rows of each kind as a few texts (packed-rows.ts). */
export type PackedVisits = Omit<SentVisits, 'visits' | 'items' | 'wants'> & {
  readonly visits: readonly string[];
  readonly items: readonly string[];
  readonly wants: readonly string[];
};
