/** What became of a message whose visit has moved on. */
export type MovedOn = 'dropped' | 'put_off';

/**
 * Ends or keeps a message (salon, id and attempts: $1 to $3) whose visit was read at another sequence, by what is
 * committed now ($4):
 *
 * - The visit is back where the message has it, since the change was taken back: due again.
 * - A change at the desk may still be taken back (its event is held back): due when that is settled. So a message is
 *   given up only when the sequence it tells can never come again, and no undo has to meet the sender that decides it.
 * - A later mail tells its customer of the visit, or it is no visit to tell of any more: dropped.
 * - The event of a later change waits to be taken up, and nobody knows yet whether it writes to her: looked at again.
 * - Nobody tells her: the salon moved the visit quietly, but what it did not want to say twice she was never told once.
 *   The message goes on with the visit, as the mail that it has to be now.
 *
 * One statement, one snapshot: a sequence is taken back only with an event that nobody has taken up, and the relay takes
 * it up and writes its messages in one transaction.
 */
export const MOVED_ON = `
  with seen as (
    select b.*, case
        when b.sequence = m.sequence then 'back'
        when held.until is not null then 'held'
        when m.kind not in ('confirmation', 'requested', 'moved') or b.status not in ('requested', 'confirmed') then 'told'
        when exists (
          select from message l where l.salon_id = m.salon_id and l.booking_id = m.booking_id and l.sequence > m.sequence
            and l.kind in ('confirmation', 'requested', 'moved', 'cancelled')
        ) then 'told'
        when exists (
          select from outbox o where o.salon_id = b.salon_id and o.booking_id = b.id and o.taken_at is null
        ) then 'open'
        else 'untold'
      end as how,
      held.until
    from message m
    join booking b on b.salon_id = m.salon_id and b.id = m.booking_id
    cross join lateral (
      select max(o.not_before) as until from outbox o
      where o.salon_id = b.salon_id and o.booking_id = b.id and o.taken_at is null and o.not_before is not null
    ) as held
    where m.salon_id = $1 and m.id = $2
  )
  update message m set lease_until = null,
    state = (case when s.how = 'told' then 'dropped' else 'due' end)::message_state,
    drop_reason = case when s.how = 'told' then 'moved_on' end,
    due_at = case s.how
      when 'told' then m.due_at
      when 'held' then greatest(s.until, $4) + interval '2 seconds'
      when 'open' then $4::timestamptz + interval '1 minute'
      else $4 end,
    kind = case
      when s.how <> 'untold' or m.kind = 'moved' then m.kind
      when s.status = 'requested' then 'requested' else 'confirmation' end,
    recipient = case when s.how = 'untold' then coalesce(s.email, m.recipient) else m.recipient end,
    sequence = case when s.how = 'untold' then s.sequence else m.sequence end,
    visit_starts_at = case when s.how = 'untold' then s.starts_at else m.visit_starts_at end
  from seen s
  where m.salon_id = $1 and m.id = $2 and m.attempts = $3 and m.state = 'sending'
  returning case when m.state = 'dropped' then 'dropped' else 'put_off' end as became`;
