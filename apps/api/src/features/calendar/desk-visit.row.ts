import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { SentVisits } from '@salon/domain/visit/visit-rows';
import { visitsOfRows } from '@salon/domain/visit/visits-of-rows';

/** A visit as its row tells it; times are epoch milliseconds. */
export type VisitRow = {
  readonly id: string;
  readonly status: DeskVisit['status'];
  readonly from_ms: number;
  readonly name: string;
  readonly guest_name: string | null;
  readonly phone: string | null;
};

export type ItemRow = {
  readonly booking_id: string;
  readonly service_id: string;
  readonly staff_id: string;
  readonly from_ms: number;
  readonly to_ms: number;
};

/** A stretch of a staff member's or, without an item, of a station's time. */
export type WantRow = {
  readonly booking_id: string;
  readonly item_position: number | null;
  readonly from_ms: number;
  readonly to_ms: number;
};

export type VisitRows = {
  readonly visits: readonly VisitRow[];
  readonly items: readonly ItemRow[];
  readonly wants: readonly WantRow[];
  /** All that was read of them. */
  readonly sent: SentVisits;
};

/** What rules about visits ask of them, by names. */
export function rowsOf(sent: SentVisits): VisitRows {
  const visits = sent.visits.map(([, from_ms, , , id, , status, , name, guest, phone]) => ({
    ...{ id, status, from_ms, name, guest_name: guest || null, phone: phone || null },
  }));
  return {
    visits: visits.sort((a, b) => a.from_ms - b.from_ms || (a.id < b.id ? -1 : 1)),
    items: sent.items.map(([, from_ms, to_ms, , booking_id, service_id, , staff_id]) => ({
      ...{ booking_id, service_id, staff_id, from_ms, to_ms },
    })),
    wants: sent.wants.map(([position, from_ms, to_ms, booking_id]) => ({
      ...{ booking_id, item_position: position < 0 ? null : position, from_ms, to_ms },
    })),
    sent,
  };
}

/** Whose prices somebody may see: everybody's, or those of what this staff member does; null: nobody's. */
export type SeesPrices = 'all' | { readonly staffId: string | null };

/** Whether a visit's own price may be seen: where all it is made of is hers. One that does not say whose it is, is not. */
export const seesWhole = (prices: SeesPrices, staffIds: readonly unknown[]): boolean =>
  prices === 'all' ||
  (prices.staffId !== null && staffIds.length > 0 && staffIds.every((staffId) => staffId === prices.staffId));

/** Visits without the prices that are not for this reader. */
export function withPricesFor(prices: SeesPrices, sent: SentVisits): SentVisits {
  if (prices === 'all') return sent;
  const doers = Map.groupBy(sent.items, (item) => item[4]);
  return {
    ...sent,
    visits: sent.visits.map((visit) => {
      const [version, start, end, , ...texts] = visit;
      const staffIds = (doers.get(visit[4]) ?? []).map((item) => item[7]);
      return seesWhole(prices, staffIds) ? visit : [version, start, end, null, ...texts];
    }),
    items: sent.items.map((item) => {
      const [position, start, end, , ...texts] = item;
      return item[7] === prices.staffId ? item : [position, start, end, null, ...texts];
    }),
  };
}

/** Visits as the desk sees them, in the order in which they begin. */
export function deskVisits(timeZone: string, { visits, sent }: VisitRows, prices: SeesPrices): DeskVisit[] {
  const ids = new Set(visits.map(({ id }) => id));
  const kept = { ...sent, visits: sent.visits.filter((visit) => ids.has(visit[4])) };
  return visitsOfRows(timeZone, withPricesFor(prices, kept));
}
