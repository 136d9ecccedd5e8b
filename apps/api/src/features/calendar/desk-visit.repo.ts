import type { Database } from '@salon/db/pool';
import { type QueryResultRow, readStatement } from '@salon/db/write-statement';
import { MINUTE } from '@salon/domain/time/interval';
import { unpacked } from '@salon/domain/visit/packed-rows';
import type { PackedVisits, ToldOfCustomer } from '@salon/domain/visit/visit-rows';
import type { SalonScope } from '../../scope/salon-scope.ts';
import { rowsOf, type VisitRows } from './desk-visit.row.ts';
import { AT_ONCE_AMONG, CUSTOMERS_OF, ITEMS_OF, OVERLAPPING_AMONG, VISITS_OF, WANTS_OF } from './desk-visit.sql.ts';

export type DeskVisitRepo = ReturnType<typeof deskVisitRepo>;

/** Some days as instants. */
export type Window = { readonly from: number; readonly to: number };

/** Visits longer than this have an index of their own (booking_long), so that all others begin near the window. */
const LONG = 720 * MINUTE;

/** A text of packed rows as one of JSON, as the database wrote it. */
export type WrittenRows = { readonly json: string };
/** Packed visits of which each text is still as the database wrote it. */
export type WrittenVisits = {
  readonly [Kind in keyof PackedVisits]: Kind extends 'visits' | 'items' | 'wants'
    ? readonly WrittenRows[]
    : PackedVisits[Kind];
};

/** What was written, read. */
export function readVisits({ visits, items, wants, ...rest }: WrittenVisits): PackedVisits {
  const read = (rows: readonly WrittenRows[]) => rows.map(({ json }) => JSON.parse(json) as string);
  return { ...rest, visits: read(visits), items: read(items), wants: read(wants) };
}

/** A query for visits or a condition on what they want, and its values. */
type Part = { readonly text: string; readonly values: readonly unknown[] };
type Source = {
  readonly name: string;
  /** Which visits. */
  readonly visits: Part;
  /** Those and all others of their customers that could take place meanwhile. */
  readonly around: Part;
  /** What is true of the wants of those visits. */
  readonly wanted: Part;
};

/**
 * Visits that begin or last in a window (`$2` to `$3`): those that begin in it or so little before it (`$4`) that they may,
 * and the few very long ones by their end. `$5` leaves those of some staff members.
 */
const IN_WINDOW = `
  select b.* from (
    select * from booking where salon_id = $1 and starts_at >= $4 and starts_at < $3
    union all
    select * from booking where salon_id = $1 and starts_at < $4 and ends_at > $2
      and ends_at - starts_at > interval '12 hours'
  ) b
  where b.ends_at > $2 and b.status <> 'cancelled' and ($5::uuid[] is null or exists (
    select from booking_item i where i.salon_id = $1 and i.booking_id = b.id and i.staff_id = any ($5)))`;
const NAMED = 'select * from booking where salon_id = $1 and id = any ($2)';

const STARTING = 'select * from booking where salon_id = $1 and starts_at >= $2 and starts_at < $3';
const OF_THEIR_CUSTOMERS = `
  select * from booking where salon_id = $1 and customer_id = any (
    array(select customer_id from booking where salon_id = $1 and id = any ($2)))`;

function windowOf(salonId: string, { from, to }: Window, staffIds: readonly string[] | null): Source {
  const [begin, end, near] = [new Date(from), new Date(to), new Date(from - LONG)];
  return {
    name: 'window',
    visits: { text: IN_WINDOW, values: [salonId, begin, end, near, staffIds] },
    around: { text: STARTING, values: [salonId, near, new Date(to + LONG)] },
    wanted: { text: 'w.during && tstzrange($2, $3)', values: [salonId, begin, end] },
  };
}

function namesOf(salonId: string, ids: readonly string[]): Source {
  const values = [salonId, ids];
  return {
    name: 'named',
    visits: { text: NAMED, values },
    around: { text: OF_THEIR_CUSTOMERS, values },
    wanted: { text: 'w.booking_id = any ($2)', values },
  };
}

export function deskVisitRepo(db: Database) {
  async function texts({ name, visits, around, wanted }: Source): Promise<WrittenVisits> {
    const read = <Row extends QueryResultRow>(
      rows: string,
      statement: (text: string) => string,
      { text, values }: Part,
    ) => readStatement<Row>(db, { name: `${name}_${rows}`, text: statement(text), values });
    const packed = (rows: string, statement: (text: string) => string) => read<WrittenRows>(rows, statement, visits);
    const ids = async (rows: string, statement: (text: string) => string, part: Part) =>
      (await read<{ id: string }>(rows, statement, part)).map(({ id }) => id);
    const [visit, item, want, customers, atOnce, overlapping] = await Promise.all([
      packed('visits', VISITS_OF),
      packed('items', ITEMS_OF),
      packed('wants', WANTS_OF),
      read<ToldOfCustomer>('customers', CUSTOMERS_OF, visits),
      ids('at_once', AT_ONCE_AMONG, around),
      ids('overlapping', OVERLAPPING_AMONG, wanted),
    ]);
    return { visits: visit, items: item, wants: want, customers, atOnce, overlapping };
  }

  const textsInWindow = ({ salonId }: SalonScope, window: Window, staffIds: readonly string[] | null) =>
    texts(windowOf(salonId, window, staffIds));

  return {
    /** What is known of the visits of some days that are not cancelled, as it was written; of some staff members only, where named. */
    textsInWindow,

    /** The same, read. */
    async inWindow(scope: SalonScope, window: Window, staffIds: readonly string[] | null): Promise<VisitRows> {
      return rowsOf(unpacked(readVisits(await textsInWindow(scope, window, staffIds))));
    },

    /** The same of visits by their ids, whatever their state. */
    async named({ salonId }: SalonScope, ids: readonly string[]): Promise<VisitRows> {
      return rowsOf(unpacked(readVisits(await texts(namesOf(salonId, ids)))));
    },
  };
}
