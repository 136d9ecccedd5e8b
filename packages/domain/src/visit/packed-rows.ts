import type { PackedVisits, SentItem, SentVisit, SentVisits, SentWant } from './visit-rows.ts';

/** What parts the columns of packed rows, and rows: control characters, which no text that people write may hold. */
export const COLUMN_END = '\u0091';
export const ROW_END = '\u0092';

type Column = string | number | null;

/** Rows as one text; null becomes empty. */
export function packedRows(rows: readonly (readonly Column[])[]): string {
  return rows.map((row) => row.map((column) => column ?? '').join(COLUMN_END)).join(ROW_END);
}

/** The rows that were packed, however many texts they came in. */
export function unpacked<Packed extends PackedVisits>({ visits, items, wants, ...rest }: Packed) {
  return {
    ...rest,
    visits: rowsIn<SentVisit>(visits, 4),
    items: rowsIn<SentItem>(items, 4),
    wants: rowsIn<SentWant>(wants, 3),
  } satisfies SentVisits;
}

/** Rows whose first so many columns are numbers, null where empty. */
function rowsIn<Row extends readonly Column[]>(texts: readonly string[], numbers: number): Row[] {
  const rows = texts.flatMap((text) => (text === '' ? [] : text.split(ROW_END)));
  return rows.map((written) => {
    const row: Column[] = written.split(COLUMN_END);
    for (let column = 0; column < numbers; column++) row[column] = row[column] === '' ? null : Number(row[column]);
    return row as readonly Column[] as Row;
  });
}
