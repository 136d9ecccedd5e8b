import type { Database } from '@salon/db/pool';
import { sendOnce } from '@salon/db/write-statement';
import type { MailItem, MailSalon, MailVisit } from '@salon/emails/mail';

/** A salon as its mails show it, but for what depends on where we are reached. */
export type SalonRow = Omit<MailSalon, 'pageUrl'> & {
  readonly slug: string;
  readonly locale: string;
  readonly addressForm: string;
};

/** A booking and all that a mail about it tells. */
export type VisitRow = {
  readonly visit: MailVisit;
  readonly salon: SalonRow;
  readonly locale: string;
  readonly tokenVersion: number;
  readonly erased: boolean;
};

/** A visit ahead, for whoever lost its link. */
export type OpenVisit = Pick<MailVisit, 'id' | 'startsAt' | 'items' | 'guestName'> & { readonly tokenVersion: number };

export type VisitRepo = ReturnType<typeof visitRepo>;

/** Links in one mail; nobody has so many visits ahead. */
const MOST_LINKS = 50;

const SALON = `
  jsonb_build_object('slug', s.slug, 'name', s.name, 'timeZone', s.time_zone, 'phone', s.phone, 'email', s.email,
    'colour', s.colour, 'logoUrl', s.logo_url, 'locale', s.locale, 'addressForm', s.address_form,
    'cancellationMinutes', s.cancellation_minutes,
    'address', jsonb_build_object('street', s.street, 'postalCode', s.postal_code, 'city', s.city)) as salon`;

const ITEMS = `
  (select jsonb_agg(jsonb_build_object('service', i.service_name, 'staff', i.staff_name, 'priceCents', i.price_cents,
      'startsAt', (extract(epoch from i.starts_at) * 1000)::bigint)
    order by i.position) from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id) as items`;

const PRICE_FROM = `
  exists (select from booking_item i join service v on v.salon_id = i.salon_id and v.id = i.service_id
    where i.salon_id = b.salon_id and i.booking_id = b.id and v.price_from) as "priceFrom"`;

type Instants = 'startsAt' | 'endsAt' | 'createdAt' | 'updatedAt';
type VisitColumns = Omit<MailVisit, Instants | 'items'> &
  Record<Instants, Date> & { items: MailItem[] | null } & Pick<
    VisitRow,
    'salon' | 'locale' | 'tokenVersion' | 'erased'
  >;

export const visitRepo = (db: Database) => {
  return {
    async salon(salonId: string): Promise<SalonRow | undefined> {
      const [row] = await sendOnce<{ salon: SalonRow }>(db, {
        name: 'mail_salon',
        text: `select ${SALON} from salon s where s.id = $1`,
        values: [salonId],
      });
      return row?.salon;
    },

    async visit(salonId: string, bookingId: string): Promise<VisitRow | undefined> {
      const [row] = await sendOnce<VisitColumns>(db, {
        name: 'mail_visit',
        text: `select b.id, b.reference, b.status, b.sequence, b.starts_at as "startsAt", b.ends_at as "endsAt",
            b.created_at as "createdAt", b.updated_at as "updatedAt", b.price_cents as "priceCents", b.currency, b.name,
            b.email, b.phone, b.guest_name as "guestName", b.note, b.cancel_reason as "cancelReason", b.locale,
            b.token_version as "tokenVersion", c.erased_at is not null as erased, ${ITEMS}, ${PRICE_FROM}, ${SALON}
          from booking b left join customer c on c.salon_id = b.salon_id and c.id = b.customer_id
          join salon s on s.id = b.salon_id
          where b.salon_id = $1 and b.id = $2`,
        values: [salonId, bookingId],
      });
      if (row === undefined) return undefined;
      const { salon, locale, tokenVersion, erased, ...visit } = row;
      return {
        visit: {
          ...visit,
          startsAt: row.startsAt.getTime(),
          endsAt: row.endsAt.getTime(),
          createdAt: row.createdAt.getTime(),
          updatedAt: row.updatedAt.getTime(),
          items: row.items ?? [],
        },
        ...{ salon, locale, tokenVersion, erased },
      };
    },

    /** The visits ahead of whoever has this normalised address, soonest first, and her language. */
    async openVisits(salonId: string, emailKey: string, now: number): Promise<{ locale: string; visits: OpenVisit[] }> {
      const rows = await sendOnce<Omit<OpenVisit, 'startsAt' | 'items'> & VisitColumns>(db, {
        name: 'mail_open_visits',
        text: `select b.id, b.starts_at as "startsAt", b.guest_name as "guestName", b.token_version as "tokenVersion",
            c.locale, ${ITEMS}
          from customer c join booking b on b.salon_id = c.salon_id and b.customer_id = coalesce(c.merged_into, c.id)
          where c.salon_id = $1 and c.email_key = $2 and c.erased_at is null
            and b.status in ('requested', 'confirmed') and b.starts_at > $3
          order by b.starts_at limit ${MOST_LINKS}`,
        values: [salonId, emailKey, new Date(now)],
      });
      return {
        locale: rows[0]?.locale ?? '',
        visits: rows.map(({ id, guestName, tokenVersion, startsAt, items }) => ({
          id,
          guestName,
          tokenVersion,
          startsAt: startsAt.getTime(),
          items: items ?? [],
        })),
      };
    },

    /** The start that the last mail of this kind of reader told; undefined when none was sent, or it is not known. */
    async toldStart(message: { salonId: string; bookingId: string; recipient: string; sequence: number }) {
      const [row] = await sendOnce<{ at: Date }>(db, {
        name: 'mail_told_start',
        text: `select visit_starts_at as at from message
          where salon_id = $1 and booking_id = $2 and recipient = $3 and sequence < $4
            and state = 'sent' and visit_starts_at is not null
          order by sequence desc limit 1`,
        values: [message.salonId, message.bookingId, message.recipient, message.sequence],
      });
      return row?.at.getTime();
    },
  };
};
