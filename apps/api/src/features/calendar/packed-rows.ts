import type { ItemRow, VisitRow, WantRow } from './desk-visit.row.ts';

const fieldsOf = (packed: string) => (packed === '' ? [] : packed.split('\x1e').map((row) => row.split('\x1f')));
const orNull = (text = '') => (text === '' ? null : text);

/** Visits as VISITS_OF packs them. */
export function visitsIn(packed: string): VisitRow[] {
  return fieldsOf(packed).map(
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

/** Items as ITEMS_OF packs them. */
export function itemsIn(packed: string): ItemRow[] {
  return fieldsOf(packed).map(
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
export function wantsIn(packed: string): WantRow[] {
  return fieldsOf(packed).map(([booking_id = '', claimant_id = '', item, from, to]) => ({
    booking_id,
    claimant_id,
    item_position: item === '' ? null : Number(item),
    from_ms: Number(from),
    to_ms: Number(to),
  }));
}
