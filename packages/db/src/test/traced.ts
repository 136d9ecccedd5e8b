/**
 * An update of bookings (without `returning`) together with its lines in the trail, as one statement that returns id,
 * version and sequence of each: what tests change behind the product's back, the database would refuse without.
 */
export const traced = (update: string) => `
  with changed as (${update} returning salon_id, id, version, sequence),
  told as (
    insert into audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version)
    select salon_id, gen_random_uuid(), now(), 'system', 'visit.changed', 'visit', id, version from changed
  )
  select id, version, sequence from changed`;
