import type pg from 'pg';
import { v7 } from 'uuid';

type Row = Record<string, unknown> & { version: number; sequence: number };
type Wish = {
  readonly set?: Record<string, unknown>;
  /** What has to be acted on; absent: nothing. */
  readonly event?: 'booking_moved' | 'booking_cancelled' | 'booking_confirmed';
  readonly notify?: boolean;
};

const UNDO_MS = 10_000;

/** What members do to visits of a salon, through the function that the API calls, and how they take it back. */
export function testDesk(pool: pg.Pool, salonId: string, clock: { readonly now: number }) {
  const rowOf = async (id: string): Promise<Row> => {
    const sql = 'select to_jsonb(b) as row from booking b where salon_id = $1 and id = $2';
    return (await pool.query(sql, [salonId, id])).rows[0].row;
  };

  async function send(visit: object, change: object, until: number): Promise<string> {
    const id = v7();
    const head = { id, target: id, key: id, hash: '00'.repeat(32), loginId: v7(), loginName: 'Mia', ...change };
    const { rows } = await pool.query('select outcome from desk_change_v1($1, 1, $2, $3, $4, $5)', [
      salonId,
      new Date(clock.now),
      JSON.stringify({ ...head, undoableUntil: new Date(until) }),
      JSON.stringify([visit]),
      '[]',
    ]);
    return rows[0].outcome === 'changed' ? id : rows[0].outcome;
  }

  const visitOf = (id: string, now: Row, next: Row, event: object | null) => ({
    ...{ id, expected: now.version, time: 'keep', made: null, customer: null, items: null, wants: null, event },
    audit: { id: v7(), action: 'visit.changed', before: null, after: null },
    state: {
      ...{ status: next.status, sequence: next.sequence, startsAt: next.starts_at, endsAt: next.ends_at },
      ...{ priceCents: next.price_cents, customerId: next.customer_id, name: next.name, email: next.email },
      ...{ phone: next.phone, guestName: next.guest_name, note: next.note, tokenVersion: next.token_version },
      ...{ cancelReason: next.cancel_reason, cancelledAt: next.cancelled_at },
    },
  });

  return {
    /** Changes a visit; returns the change, or why there is none. */
    async change({ id }: { readonly id: string }, { set = {}, event, notify = true }: Wish): Promise<string> {
      const now = await rowOf(id);
      const next = { ...now, ...set, sequence: now.sequence + (event === undefined ? 0 : 1) };
      const told = event === undefined ? null : { id: v7(), kind: event, notify };
      return send(visitOf(id, now, next, told), { undoes: null }, clock.now + UNDO_MS);
    },
    move(visit: { readonly id: string }, startsAt: string, notify = true) {
      const ends_at = new Date(Date.parse(startsAt) + 3_600_000);
      return this.change(visit, { set: { starts_at: startsAt, ends_at }, event: 'booking_moved', notify });
    },
    cancel(visit: { readonly id: string }, notify = true) {
      const cancelled_at = new Date(clock.now);
      return this.change(visit, { set: { status: 'cancelled', cancelled_at }, event: 'booking_cancelled', notify });
    },
    confirm: (visit: { readonly id: string }) =>
      testDesk(pool, salonId, clock).change(visit, {
        set: { status: 'confirmed', cancelled_at: null },
        event: 'booking_confirmed',
      }),
    /** Takes a change of one visit back; returns the outcome where that is refused. */
    async undo(changeId: string): Promise<string> {
      const { rows } = await pool.query('select earlier from desk_change where salon_id = $1 and id = $2', [
        salonId,
        changeId,
      ]);
      const [{ id, was, version }] = rows[0].earlier.visits;
      const quiet = { id: v7(), kind: 'booking_moved', notify: false };
      // As the API does: what somebody else has changed meanwhile is not taken back.
      return send(
        { ...visitOf(id, await rowOf(id), was.row, quiet), expected: version },
        { undoes: changeId },
        clock.now,
      );
    },
  };
}
