// What is read of visits, one statement for each kind of row. All take a query for the visits in question as text. The rows
// that hang on them are found by the list of their ids, which walks an index once, where a join would descend
// it for each visit: half the time for eight thousand of them.

const millis = (instant: string) => `(date_part('epoch', ${instant}) * 1000)::bigint`;
/** Empty for null. */
const told = (text: string) => `coalesce(${text}, '')`;

/**
 * Rows as texts, in the order in which visit-rows.ts names their columns. To read thousands of rows one by one takes a
 * driver longer than the database needs to find them, and the database twice as long to write JSON of their columns. No
 * text of ours holds what parts them: the API refuses control characters, the database these two. Each text is one of JSON,
 * so that it goes into an answer as it is. There are sixteen of them, by the ids of visits: a driver doubles and copies its
 * memory until a whole row of an answer fits.
 */
const packed = (visitId: string, from: string, columns: readonly string[]) => `
  select to_json(string_agg(concat_ws(e'\\u0091', ${columns.join(', ')}), e'\\u0092'))::text as json
  ${from}
  group by uuid_hash(${visitId}) & 15`;

const VISIT = [
  ...['v.version', millis('v.starts_at'), millis('v.ends_at'), 'v.price_cents'],
  ...['v.id', 'v.reference', 'v.status', told('v.customer_id::text')],
  ...['v.name', told('v.guest_name'), told('v.phone'), told('v.email'), told('v.note'), 'v.source'],
];
export const VISITS_OF = (visits: string) => packed('v.id', `from (${visits}) v`, VISIT);

const ITEM = [
  ...['i.position', millis('i.starts_at'), millis('i.ends_at'), 'i.price_cents'],
  ...['i.booking_id', 'i.service_id', 'i.service_name', 'i.staff_id', 'i.staff_name'],
];
export const ITEMS_OF = (visits: string) => {
  const those = `from booking_item i where i.salon_id = $1 and i.booking_id = any (array(select id from (${visits}) v))`;
  return packed('i.booking_id', those, ITEM);
};

const WANT = [
  ...['coalesce(w.item_position, -1)', millis('lower(w.during)'), millis('upper(w.during)')],
  ...['w.booking_id', 'w.claimant_id'],
];
export const WANTS_OF = (visits: string) => {
  const those = `from booking_want w where w.salon_id = $1 and w.booking_id = any (array(select id from (${visits}) v))`;
  return packed('w.booking_id', those, WANT);
};

/**
 * What there is to tell of customers: that they did not come (how often), an allergy, that they are new (since when; null:
 * never been here). A line for each, since a join of the three would be planned for a few rows and be one of thousands. They
 * are asked for in the order of the index, in which each finds the pages that the one before has just read.
 */
export const CUSTOMERS_OF = (visits: string) => `
  with v as materialized (select customer_id as id, starts_at from (${visits}) v where customer_id is not null),
  who as materialized (select distinct id from v order by id)
  select 'missed' as what, customer_id as "customerId", count(*)::float8 as value from booking
  where salon_id = $1 and status = 'no_show' and customer_id = any (array(select id from who))
  group by customer_id
  union all
  select 'allergic', id, null from customer
  where salon_id = $1 and allergies is not null and id = any (array(select id from who))
  union all
  select 'new', who.id, date_part('epoch', first.at) * 1000
  from who left join lateral (
    select o.starts_at as at from booking o
    where o.salon_id = $1 and o.customer_id = who.id and is_live(o.status)
    order by o.starts_at limit 1
  ) first on true
  where first.at is null or first.at >= (select min(starts_at) from v)`;

/** Those of some visits during which another one of their customer takes place. Most customers have one, and are left out. */
export const AT_ONCE_AMONG = (visits: string) => `
  select id from (
    select id, starts_at, ends_at, lead(starts_at) over by_time as next_starts_at,
      max(ends_at) over (by_time rows between unbounded preceding and 1 preceding) as before_ends_at
    from (${visits}) v where is_live(status) and customer_id = any (array(
      select customer_id from (${visits}) v where is_live(status) group by customer_id having count(*) > 1))
    window by_time as (partition by customer_id order by starts_at, id)
  ) v where before_ends_at > starts_at or next_starts_at < ends_at`;

/** Visits laid over taken time, while somebody else still holds some of it. */
export const OVERLAPPING_AMONG = (wanted: string) => `
  select distinct w.booking_id as id from booking_want w
  where w.salon_id = $1 and w.overlaid and ${wanted} and exists (
    select from claim c where c.salon_id = $1 and c.claimant_id = w.claimant_id and c.during && w.during
      and c.booking_id is distinct from w.booking_id)`;
