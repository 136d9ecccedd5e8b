-- What the desk writes: visits of people without details, changes that can be taken back, and mail
-- that waits until they no longer can.

SET lock_timeout = '5s';

-- A walk-in leaves no name; her visit belongs to no card.
ALTER TABLE booking ALTER COLUMN customer_id DROP NOT NULL;

-- Rises with every change, so that whoever takes a change back knows that nobody else changed it since.
ALTER TABLE time_off ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

ALTER TABLE outbox
  -- Taken up no sooner; null: at once.
  ADD COLUMN not_before TIMESTAMPTZ(3),
  -- False: what was planned is planned anew, but the customer is not written to.
  ADD COLUMN notify BOOLEAN NOT NULL DEFAULT true,
  -- The salon is not told of what it did itself.
  ADD COLUMN actor audit_actor NOT NULL DEFAULT 'customer';

ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_known
  CHECK (kind IN ('booking_created', 'booking_moved', 'booking_cancelled', 'booking_confirmed')) NOT VALID;
ALTER TABLE outbox VALIDATE CONSTRAINT outbox_kind_known;

-- Events that wait for a change to be final: a few at any time, and none of a booking made online.
CREATE INDEX outbox_held_back ON outbox (salon_id, booking_id) WHERE taken_at IS NULL AND not_before IS NOT NULL;

-- One thing a member did, however many visits it touched: the record of its key, and what was
-- before, so that it can be taken back.
CREATE TABLE desk_change (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  -- What the key is bound to: the visit, the time off or the change it is about, else the salon.
  target_id UUID NOT NULL,
  key TEXT NOT NULL,
  request_hash BYTEA NOT NULL,
  login_id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  undoable_until TIMESTAMPTZ(3) NOT NULL,
  undone_at TIMESTAMPTZ(3),
  visits UUID[] NOT NULL,
  time_offs UUID[] NOT NULL,
  events UUID[] NOT NULL,
  -- Each row as it was, and the version it has now; null once its people were erased.
  earlier JSONB,

  CONSTRAINT desk_change_pkey PRIMARY KEY (salon_id, id),
  CONSTRAINT desk_change_key_length CHECK (length(key) BETWEEN 1 AND 255),
  CONSTRAINT desk_change_hash_is_sha256 CHECK (octet_length(request_hash) = 32)
);

CREATE UNIQUE INDEX desk_change_salon_id_target_id_key_key ON desk_change (salon_id, target_id, key);
