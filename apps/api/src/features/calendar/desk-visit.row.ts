import type { DeskVisit } from '@salon/contracts/desk/visit';
import { byteWriter } from './byte-writer.ts';
import { writeVisits } from './write-visits.ts';

/** A visit as its row tells it; times are epoch milliseconds. */
export type VisitRow = {
  readonly id: string;
  readonly reference: string;
  readonly status: DeskVisit['status'];
  readonly version: number;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly customer_id: string | null;
  readonly name: string;
  readonly guest_name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly price_cents: number;
  readonly online: boolean;
};

export type ItemRow = {
  readonly booking_id: string;
  readonly position: number;
  readonly service_id: string;
  readonly service_name: string;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly price_cents: number;
};

/** A stretch of a staff member's or, without an item, of a station's time. */
export type WantRow = {
  readonly booking_id: string;
  readonly claimant_id: string;
  readonly item_position: number | null;
  readonly from_ms: number;
  readonly to_ms: number;
};

/** Something a glance at her visit should tell of a customer; of most there is nothing. */
export type CustomerRow = {
  readonly what: 'missed' | 'allergic' | 'new';
  readonly customer_id: string;
  /** How often she did not come; when she was here first, null: never yet. */
  readonly value: number | null;
};

export type VisitRows = {
  readonly visits: readonly VisitRow[];
  readonly items: readonly ItemRow[];
  readonly wants: readonly WantRow[];
  readonly customers: readonly CustomerRow[];
  /** Visits during which their customer has another one. */
  readonly atOnce: ReadonlySet<string>;
  /** Visits that lie over time somebody else holds. */
  readonly overlapping: ReadonlySet<string>;
};

/** Whose prices somebody may see: everybody's, or those of what this staff member does. */
export type SeesPrices = 'all' | { readonly staffId: string | null };

/** Visits as the desk sees them, in the order of their rows. */
export function deskVisits(timeZone: string, rows: VisitRows, prices: SeesPrices): DeskVisit[] {
  const out = byteWriter(2_000 * rows.visits.length + 100);
  writeVisits(out, timeZone, rows, prices);
  return JSON.parse(out.written().toString());
}
