import type { NewVisit } from '@salon/api/features/booking/booking.repo';
import type { WireArrangement } from '@salon/api/features/booking/wire-arrangement';
import type pg from 'pg';
import { v7 } from 'uuid';

export type GrownSalon = { readonly id: string; readonly staff: readonly string[]; readonly chairs: readonly string[] };

/** A booking as the API sends it: half an hour of one staff member and, where there are chairs, of the first that is free. */
export type VisitCall = {
  readonly salon: GrownSalon;
  readonly startsAt: number;
  readonly visit: NewVisit;
  readonly arrangement: WireArrangement;
};

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;

/** Some of the salons, chosen at random. */
export async function someSalons(client: pg.ClientBase, count: number): Promise<GrownSalon[]> {
  const { rows } = await client.query<GrownSalon>(
    `select id, array(select id from staff where salon_id = s.id order by position) as staff,
       array(select id from station where salon_id = s.id order by position) as chairs
     from (select id from salon order by random() limit $1) s`,
    [count],
  );
  return rows;
}

/**
 * Free half hours, one after the other over these salons, on evenings after `from`: visits made in bulk end at four. No
 * two of one salon overlap, so that the first chair is always free and every booking costs the same.
 */
export function freeVisits(salons: readonly GrownSalon[], from: number): () => VisitCall {
  const firstEvening = Math.floor(from / DAY) * DAY + DAY + 18 * 3_600_000;
  let made = 0;
  return () => {
    const salon = salons[made % salons.length];
    if (salon === undefined) throw new Error('there is no salon');
    const turn = Math.floor(made / salons.length);
    made += 1;
    const startsAt = firstEvening + Math.floor(turn / 10) * DAY + (turn % 10) * HALF_HOUR;
    return { salon, startsAt, ...call(salon, salon.staff[turn % salon.staff.length] ?? '', startsAt) };
  };
}

function call(salon: GrownSalon, staffId: string, startsAt: number) {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(startsAt + HALF_HOUR).toISOString()];
  const id = v7();
  const item = { serviceId: salon.id, service: 'Haarschnitt', staffId, staff: 'Mia', priceCents: 3500 };
  const items = [{ ...item, startsAt: from, endsAt: to }];
  const email = `${id}@kunde.example`;
  const visit: NewVisit = {
    ...{ id, reference: id.slice(-9), customerId: v7(), emailKey: email, status: 'confirmed', source: 'online' },
    ...{ currency: 'EUR', name: 'Neue Kundin', email, locale: 'de', maxOpen: 5, outboxId: v7(), requestId: id },
  };
  const answer = JSON.stringify({ id, reference: visit.reference, items, customer: { name: visit.name, email } });
  const arrangement: WireArrangement = {
    ...{ rank: 0, startsAt: from, endsAt: to, priceCents: 3500, answer, items },
    staffClaims: [{ claimantId: staffId, item: 0, from, to }],
    stations: salon.chairs.length === 0 ? [] : [{ from, to, ids: [...salon.chairs] }],
  };
  return { visit, arrangement };
}
