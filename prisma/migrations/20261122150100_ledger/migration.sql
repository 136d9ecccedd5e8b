-- From here on mail is sent, and the ledger has to be able to answer for it: what is due, what was
-- handed to the queue and never came back, who took a message and died. Each of the three questions
-- is asked all day long of a table that only grows, so each has an index that holds just the few
-- rows it is about; what is sent, failed or dropped stands in none of them.

SET lock_timeout = '5s';

-- How long before a visit its customer is reminded, by the salon's clock; null: not at all.
ALTER TABLE salon ADD COLUMN reminder_minutes INTEGER DEFAULT 1440;
ALTER TABLE salon ADD CONSTRAINT salon_reminder_range CHECK (reminder_minutes BETWEEN 1 AND 43200);

ALTER TABLE message
  ADD COLUMN queued_at TIMESTAMPTZ(3),
  -- The start that this message tells, so that the next one can say "moved from"; null where the
  -- visit had moved on before the message was written.
  ADD COLUMN visit_starts_at TIMESTAMPTZ(3),
  ADD COLUMN drop_reason TEXT;

-- Nobody has written to it yet: it is empty, so the constraints need no repair first.
ALTER TABLE message
  ADD CONSTRAINT message_kind_known CHECK (kind IN (
    'confirmation', 'requested', 'moved', 'cancelled', 'reminder', 'lost_link',
    'notice_booked', 'notice_moved', 'notice_cancelled'
  )),
  ADD CONSTRAINT message_numbers CHECK (attempts >= 0 AND sequence >= 0),
  ADD CONSTRAINT message_queued_since CHECK (state <> 'queued' OR queued_at IS NOT NULL),
  ADD CONSTRAINT message_sending_leased CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  ADD CONSTRAINT message_sent_when CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT message_failed_why CHECK (state <> 'failed' OR last_error IS NOT NULL),
  ADD CONSTRAINT message_dropped_why CHECK ((state = 'dropped') = (drop_reason IS NOT NULL));

CREATE INDEX message_due ON message (due_at) WHERE state = 'due';
CREATE INDEX message_queued ON message (queued_at) WHERE state = 'queued';
CREATE INDEX message_sending ON message (lease_until) WHERE state = 'sending';

-- A message changes its state four times, each time leaving a dead row behind.
ALTER TABLE message SET (autovacuum_vacuum_scale_factor = 0.02);

-- When a relay first ran on this database, one row: events more than a day older than that are from
-- before there was mail, and are not mailed. It is written once and kept, because a first run that
-- is broken off must not make a second, later "first".
CREATE TABLE relay_start (
  id INTEGER NOT NULL DEFAULT 1,
  first_ran_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT relay_start_pkey PRIMARY KEY (id)
);
ALTER TABLE relay_start ADD CONSTRAINT relay_start_once CHECK (id = 1);
