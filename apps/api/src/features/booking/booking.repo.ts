import type { Database } from '@salon/db/pool';
import {
  type QueryResultRow,
  readStatement,
  type Statement,
  sendOnce,
  writeStatement,
} from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import { gather } from './gather.ts';
import { outboxBell } from './outbox-bell.ts';
import { salonLanes } from './salon-lane.ts';
import type { WireArrangement } from './wire-arrangement.ts';

export type KeyOutcome = 'replay' | 'reused' | 'erased';
export type BookOutcome = KeyOutcome | 'booked' | 'stale' | 'call_salon' | 'taken';
export type MoveOutcome = KeyOutcome | 'moved' | 'stale' | 'version_conflict' | 'policy_window' | 'taken';

/** What the database decided; the last three are there with an answer only. */
export type Decision<Outcome> = {
  readonly outcome: Outcome;
  readonly answer: string | null;
  readonly bookingId: string | null;
  readonly tokenVersion: number | null;
};

/** A key within its salon: bound to the booking it changes, or to the salon where it makes one. */
export type KeyedRequest = { readonly key: string; readonly hash: Buffer };

/** The instants of a local day, over which the load of staff is counted. */
export type LocalDaySpan = { readonly start: number; readonly end: number };

/** A visit as book_v1 takes it. Without an outboxId nothing is announced. */
export type NewVisit = {
  readonly id: string;
  readonly reference: string;
  readonly customerId: string;
  readonly emailKey: string;
  readonly status: 'requested' | 'confirmed';
  readonly source: 'online' | 'salon';
  readonly currency: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly guestName?: string | undefined;
  readonly note?: string | undefined;
  readonly locale: string;
  readonly maxOpen: number | null;
  readonly outboxId?: string | undefined;
  readonly requestId?: string | undefined;
  /** The anonymous name of a visitor who consented to be measured. */
  readonly visitor?: string | undefined;
};

/** What book_v1 decides on. */
export type BookCall = {
  readonly scope: SalonScope;
  readonly request: KeyedRequest;
  readonly decided: { readonly version: number; readonly now: number; readonly day: LocalDaySpan };
  readonly visit: NewVisit;
  readonly arrangements: readonly WireArrangement[];
};

export type BookingRepo = ReturnType<typeof bookingRepo>;

const OUTCOME = 'outcome, answer, booking_id as "bookingId", token_version as "tokenVersion"';
const span = (day: LocalDaySpan) => `[${new Date(day.start).toISOString()},${new Date(day.end).toISOString()})`;

export function bookingRepo(db: Database) {
  const inLane = salonLanes();
  const ring = outboxBell(db.pool);
  const write = <Row extends QueryResultRow>({ salonId }: SalonScope, statement: Statement) =>
    inLane(salonId, () => writeStatement<Row>(db, statement));

  async function bookAlone(call: BookCall): Promise<Decision<BookOutcome>> {
    const { scope, request, decided } = call;
    const values = [
      scope.salonId,
      decided.version,
      request.key,
      request.hash,
      new Date(decided.now),
      span(decided.day),
      JSON.stringify(call.visit),
      JSON.stringify(call.arrangements),
    ];
    const name = call.visit.source === 'online' ? 'book_v1' : 'book_for_salon_v1';
    const text = `select ${OUTCOME} from ${name}($1, $2, $3, $4, $5, $6, $7, $8)`;
    const [row] = await write<Decision<BookOutcome>>(scope, { name, text, values });
    return decisionOf(row);
  }

  async function bookTogether(calls: readonly BookCall[]): Promise<Map<number, Decision<BookOutcome>>> {
    const rows = await sendOnce<Decision<BookOutcome> & { call: number }>(db, {
      name: 'book_together_v1',
      text: `select call, ${OUTCOME} from book_together_v1($1)`,
      values: [
        JSON.stringify(
          calls.map(({ scope, request, decided, visit, arrangements }) => ({
            salonId: scope.salonId,
            version: decided.version,
            key: request.key,
            hash: request.hash.toString('hex'),
            now: new Date(decided.now),
            day: span(decided.day),
            visit,
            arrangements,
          })),
        ),
      ],
    });
    return new Map(rows.map(({ call, ...decision }) => [call, decision]));
  }

  const gathered = gather({
    together: bookTogether,
    alone: bookAlone,
    weight: ({ arrangements }: BookCall) => arrangements.length,
  });

  return {
    /**
     * Books the first free arrangement: the whole write is one statement, this booking's own (see
     * the migration of book_v1) or one that it shares with others waiting (book_together_v1). What the salon books, as
     * its demo data is, leaves a line in its trail and so goes alone.
     */
    async book(call: BookCall): Promise<Decision<BookOutcome>> {
      const decision = await (call.visit.source === 'online' ? gathered(call) : bookAlone(call));
      if (decision.outcome === 'booked') ring();
      return decision;
    },

    /** Moves a visit to the first free arrangement; its own old time counts as free. */
    async move(
      scope: SalonScope,
      bookingId: string,
      request: KeyedRequest,
      decided: { version: number; now: number; day: LocalDaySpan; expected: number; cancellationMinutes: number },
      event: { outboxId: string; requestId: string },
      arrangements: readonly WireArrangement[],
    ): Promise<Decision<MoveOutcome>> {
      const [row] = await write<Decision<MoveOutcome>>(scope, {
        name: 'move_v1',
        text: `select ${OUTCOME} from move_v1($1, $2, $3, $4, $5, $6, $7, $8, make_interval(mins => $9), $10, $11)`,
        values: [
          scope.salonId,
          decided.version,
          request.key,
          request.hash,
          new Date(decided.now),
          span(decided.day),
          bookingId,
          decided.expected,
          decided.cancellationMinutes,
          JSON.stringify(event),
          JSON.stringify(arrangements),
        ],
      });
      if (row?.outcome === 'moved') ring();
      return decisionOf(row);
    },

    /** Whether this key was answered before, and the salon's configuration version now. */
    async findKey(
      scope: SalonScope,
      targetId: string,
      request: KeyedRequest,
    ): Promise<{ version: number; known: Decision<KeyOutcome> | undefined }> {
      const [row] = await readStatement<Decision<KeyOutcome | null> & { version: number }>(db, {
        name: 'find_key',
        text: `select s.config_version as version, ${OUTCOME} from salon s, find_key($1, $2, $3, $4) where s.id = $1`,
        values: [scope.salonId, targetId, request.key, request.hash],
      });
      if (row === undefined) return { version: 0, known: undefined };
      const { version, outcome, ...rest } = row;
      return { version, known: outcome === null ? undefined : { outcome, ...rest } };
    },

    /** Cancels a visit for its customer; says `already` when it was. */
    async cancel(
      scope: SalonScope,
      bookingId: string,
      cancel: {
        now: number;
        cancellationMinutes: number;
        reason: string | undefined;
        outboxId: string;
        requestId: string;
      },
    ): Promise<'cancelled' | 'already' | 'policy_window' | 'not_found'> {
      const [row] = await write<{ outcome: 'cancelled' | 'already' | 'policy_window' | 'not_found' }>(scope, {
        name: 'cancel_v1',
        text: 'select cancel_v1($1, $2, $3, make_interval(mins => $4), $5, $6, $7) as outcome',
        values: [
          scope.salonId,
          bookingId,
          new Date(cancel.now),
          cancel.cancellationMinutes,
          cancel.reason ?? null,
          cancel.outboxId,
          cancel.requestId,
        ],
      });
      if (row?.outcome === 'cancelled') ring();
      return row?.outcome ?? 'not_found';
    },
  };
}

function decisionOf<Outcome>(row: Decision<Outcome> | undefined): Decision<Outcome> {
  if (row === undefined) throw new Error('the database gave no decision');
  return row;
}
