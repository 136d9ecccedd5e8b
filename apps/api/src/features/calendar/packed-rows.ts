import type { ItemRow, VisitRow, WantRow } from './desk-visit.row.ts';

/** Rows as the statements of desk-visit.sql.ts pack them. */
export type Packed = { readonly packed: string | null; readonly rows: number };

/** The fields of each row; undefined if some text holds a character that parts them. */
function fieldsOf({ packed, rows }: Packed, fields: number): string[][] | undefined {
  const found = packed === null ? [] : packed.split('\x1e').map((row) => row.split('\x1f'));
  return found.length === rows && found.every((row) => row.length === fields) ? found : undefined;
}

const orNull = (text = '') => (text === '' ? null : text);

/** Visits as VISITS_OF packs them; undefined if they are to be cleaned first. */
export function visitsIn(packed: Packed): VisitRow[] | undefined {
  return fieldsOf(packed, 14)?.map(
    ([
      id = '',
      reference = '',
      status,
      version,
      from,
      to,
      customer,
      name = '',
      guest,
      phone,
      email,
      note,
      price,
      source,
    ]) => ({
      id,
      reference,
      status: status as VisitRow['status'],
      version: Number(version),
      from_ms: Number(from),
      to_ms: Number(to),
      customer_id: orNull(customer),
      name,
      guest_name: orNull(guest),
      phone: orNull(phone),
      email: orNull(email),
      note: orNull(note),
      price_cents: Number(price),
      online: source === 'online',
    }),
  );
}

/** Items as ITEMS_OF packs them; undefined if they are to be cleaned first. */
export function itemsIn(packed: Packed): ItemRow[] | undefined {
  return fieldsOf(packed, 9)?.map(
    ([
      booking_id = '',
      position,
      service_id = '',
      service_name = '',
      staff_id = '',
      staff_name = '',
      from,
      to,
      price,
    ]) => ({
      booking_id,
      position: Number(position),
      service_id,
      service_name,
      staff_id,
      staff_name,
      from_ms: Number(from),
      to_ms: Number(to),
      price_cents: Number(price),
    }),
  );
}

/** Wants as WANTS_OF packs them. */
export function wantsIn(packed: Packed): WantRow[] | undefined {
  return fieldsOf(packed, 5)?.map(([booking_id = '', claimant_id = '', item, from, to]) => ({
    booking_id,
    claimant_id,
    item_position: item === '' ? null : Number(item),
    from_ms: Number(from),
    to_ms: Number(to),
  }));
}
