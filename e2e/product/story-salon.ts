import { randomInt } from 'node:crypto';
import { openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { traced } from '@salon/db/test/traced';
import type pg from 'pg';
import { v7 } from 'uuid';
import { loadSalon } from '../../prisma/seed/load/load-salon.ts';
import { type Crew, withCrew } from './crew.ts';

/**
 * What differs from a plain salon: any columns of its row, and how many of its staff of five there are, or who they are
 * instead.
 */
export type SalonChanges = Readonly<Record<string, unknown>> & { readonly staff?: number; readonly crew?: Crew };

const PLAIN = {
  name: 'Salon Elbe',
  phone: '+49 40 1234567',
  street: 'Elbchaussee 1',
  postalCode: '22765',
  city: 'Hamburg',
};

/**
 * A salon for one story alone, so that no other story takes its times: open every day from 7 to 21, "Haarschnitt" (30
 * minutes, 35 €) and "Färben". Its doings below write to the tables as its owner's programs would.
 */
export async function openSalon(pool: pg.Pool, { staff: wanted = 2, crew, ...changes }: SalonChanges = {}) {
  const load = loadSalon(randomInt(1_000_000, 1_000_000_000));
  const plan = crew === undefined ? load : withCrew(load, crew);
  const { salon, category, services, phases } = plan;
  const staff = crew === undefined ? plan.staff.slice(0, wanted) : plan.staff;
  const ids = new Set(staff.map(({ id }) => id));
  const works = ({ staffId }: { staffId: string }) => ids.has(staffId);
  const email = `${salon.slug}@salon.example`;
  const prisma = prismaOn(pool);
  await prisma.$transaction([
    prisma.salon.create({ data: { ...salon, ...PLAIN, email, ...changes } }),
    prisma.serviceCategory.create({ data: category }),
    prisma.service.createMany({ data: services }),
    prisma.servicePhase.createMany({ data: phases }),
    prisma.staff.createMany({ data: staff }),
    prisma.staffService.createMany({ data: plan.offers.filter(works) }),
    prisma.weeklyOpening.createMany({ data: plan.weekly.filter(works) }),
  ]);
  const salonId = salon.id;

  return {
    id: salonId,
    slug: salon.slug,
    /** A staff member by name. */
    staffId: (name: string) => staff.find((one) => one.name === name)?.id ?? '',
    /** Where it is told what customers do. */
    email,
    /** Closed for a day, for a reason of its own. */
    async close(date: string) {
      await configure(async (client) => {
        const sql =
          "insert into closure (salon_id, id, first_date, last_date, name) values ($1, $2, $3, $3, 'Ausflug')";
        await client.query(sql, [salonId, v7(), date]);
      });
    },
    /** Chairs, in which hair is cut from now on. */
    async seat(...names: readonly string[]) {
      await configure(async (client) => {
        for (const [position, name] of names.entries()) {
          await client.query(
            "insert into station (salon_id, id, kind, name, position) values ($1, $2, 'chair', $3, $4)",
            [salonId, v7(), name, position],
          );
        }
        await client.query("update service set station_kind = 'chair' where salon_id = $1 and name = 'Haarschnitt'", [
          salonId,
        ]);
      });
    },
    /** A chair is in use no more, whoever is to sit there. */
    async retire(name: string) {
      await configure((client) =>
        client.query('update station set active = false where salon_id = $1 and name = $2', [salonId, name]),
      );
    },
    /** A chair becomes something else, whoever is to sit there. */
    async becomes(name: string, kind: string) {
      await configure((client) =>
        client.query('update station set kind = $3 where salon_id = $1 and name = $2', [salonId, name, kind]),
      );
    },
    /** Nobody works after such a minute of the day from now on. */
    async closeEarlier(minute: number) {
      await configure((client) =>
        client.query('update weekly_opening set end_minute = $2 where salon_id = $1', [salonId, minute]),
      );
    },
    /** Takes all time of everybody from the start of one day to the end of another, as if it were booked. */
    async fill(from: string, to: string) {
      for (const { id } of staff) {
        await pool.query(
          `select lay_time_off_v1($1, $2, $3, 'time_off', $4::date::timestamp at time zone 'Europe/Berlin',
             ($5::date + 1)::timestamp at time zone 'Europe/Berlin', null, now())`,
          [salonId, v7(), id, from, to],
        );
      }
    },
    /** Sets what "Haarschnitt" costs. */
    async price(cents: number) {
      await configure((client) =>
        client.query("update service set price_cents = $2 where salon_id = $1 and name = 'Haarschnitt'", [
          salonId,
          cents,
        ]),
      );
    },
    /** The visits of a customer, as the salon's book has them. */
    async visitsOf(customer: string) {
      const { rows } = await pool.query<{ id: string; status: string; startsAt: Date; name: string }>(
        'select id, status, starts_at as "startsAt", name from booking where salon_id = $1 and email = $2 order by created_at',
        [salonId, customer],
      );
      return rows;
    },
    /** What is done at a visit, as the salon's book has it: "10:00–10:30 Haarschnitt bei Ada". */
    async itemsOf(visitId: string) {
      const { rows } = await pool.query<{ line: string }>(
        `select ${clock('starts_at')} || '–' || ${clock('ends_at')} || ' ' || service_name || ' bei ' || staff_name as line
         from booking_item where salon_id = $1 and booking_id = $2 order by position`,
        [salonId, visitId],
      );
      return rows.map(({ line }) => line);
    },
    /** All visits of a day as the salon's book has them: "10:00–10:30 Haarschnitt bei Ada: Anna Petersen, confirmed". */
    async dayBook(date: string) {
      const { rows } = await pool.query<{ line: string }>(
        `select ${clock('i.starts_at')} || '–' || ${clock('i.ends_at')} || ' ' || i.service_name || ' bei ' || i.staff_name
           || ': ' || coalesce(nullif(b.name, ''), 'niemand') || ', ' || b.status as line
         from booking b join booking_item i on i.salon_id = b.salon_id and i.booking_id = b.id
         where b.salon_id = $1 and (i.starts_at at time zone 'Europe/Berlin')::date = $2 order by i.starts_at, i.staff_name`,
        [salonId, date],
      );
      return rows.map(({ line }) => line);
    },
    /** When somebody is taken on a day: "10:00–10:30". */
    async taken(name: string, date: string) {
      const { rows } = await pool.query<{ line: string }>(
        `select ${clock('lower(during)')} || '–' || ${clock('upper(during)')} as line from claim
         where salon_id = $1 and claimant_id = $2 and (starts_at at time zone 'Europe/Berlin')::date = $3 order by starts_at`,
        [salonId, staff.find((one) => one.name === name)?.id, date],
      );
      return rows.map(({ line }) => line);
    },
    /** Erases who came, as somebody asked for. */
    async erase(visitId: string) {
      await pool.query(
        traced(
          "update booking set name = '', email = null, phone = null, version = version + 1 where salon_id = $1 and id = $2",
        ),
        [salonId, visitId],
      );
      await pool.query(
        `update customer set name = '', email = null, email_key = null, erased_at = now()
         where salon_id = $1 and id = (select customer_id from booking where salon_id = $1 and id = $2)`,
        [salonId, visitId],
      );
    },
    /** Lets so many days pass since a visit. */
    async age(visitId: string, days: number) {
      await pool.query(
        traced(`update booking set starts_at = starts_at - make_interval(days => $3),
           ends_at = ends_at - make_interval(days => $3), version = version + 1 where salon_id = $1 and id = $2`),
        [salonId, visitId, days],
      );
    },
  };

  /** A change of what the slot rules read waits for bookings in flight and raises the version. */
  async function configure(change: (client: pg.PoolClient) => Promise<unknown>) {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select begin_config_change_v1($1)', [salonId]);
      await change(client);
      await client.query('commit');
    } finally {
      client.release(true);
    }
  }
}

/** Connections for telling stories about salons, to the product's database. */
export const openBook = (ownerUrl: string) => openDatabase(ownerUrl, 'salon-e2e').pool;

/** Wall clock of an instant, `09:30`. */
const clock = (instant: string) => `to_char(${instant} at time zone 'Europe/Berlin', 'HH24:MI')`;
