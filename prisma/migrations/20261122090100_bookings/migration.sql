-- Visits, the time they take, and what must be remembered about them. What keeps a booking from
-- going wrong is here: claim_no_overlap, and the key beside the booking it answers for.

SET lock_timeout = '5s';

-- Equality of uuids inside the exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TYPE booking_status AS ENUM ('requested', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled');

CREATE TYPE booking_source AS ENUM ('online', 'salon');

CREATE TYPE time_off_kind AS ENUM ('time_off', 'blocked');

CREATE TYPE message_state AS ENUM ('due', 'queued', 'sending', 'sent', 'failed', 'dropped');

CREATE TABLE time_off (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  staff_id UUID NOT NULL,
  kind time_off_kind NOT NULL,
  starts_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  reason TEXT,
  overlaid BOOLEAN NOT NULL DEFAULT false,
  ended_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT time_off_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE customer (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  email_key TEXT,
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  locale TEXT NOT NULL,
  blocked_at TIMESTAMPTZ(3),
  blocked_reason TEXT,
  erased_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT customer_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE booking (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  reference TEXT NOT NULL,
  customer_id UUID NOT NULL,
  status booking_status NOT NULL,
  source booking_source NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  sequence INTEGER NOT NULL DEFAULT 0,
  starts_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  price_cents INTEGER NOT NULL,
  currency CHAR(3) NOT NULL,
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  guest_name TEXT,
  note TEXT,
  locale TEXT NOT NULL,
  token_version INTEGER NOT NULL DEFAULT 1,
  cancel_reason TEXT,
  cancelled_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT booking_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE booking_item (
  salon_id UUID NOT NULL,
  booking_id UUID NOT NULL,
  position INTEGER NOT NULL,
  service_id UUID NOT NULL,
  service_name TEXT NOT NULL,
  staff_id UUID NOT NULL,
  staff_name TEXT NOT NULL,
  starts_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  price_cents INTEGER NOT NULL,

  CONSTRAINT booking_item_pkey PRIMARY KEY (salon_id,booking_id,position)
);

CREATE TABLE booking_want (
  salon_id UUID NOT NULL,
  booking_id UUID NOT NULL,
  position INTEGER NOT NULL,
  claimant_id UUID NOT NULL,
  during tstzrange NOT NULL,
  item_position INTEGER,
  overlaid BOOLEAN NOT NULL DEFAULT false,

  CONSTRAINT booking_want_pkey PRIMARY KEY (salon_id,booking_id,position)
);

CREATE TABLE claim (
  salon_id UUID NOT NULL,
  claimant_id UUID NOT NULL,
  starts_at TIMESTAMPTZ(3) NOT NULL,
  during tstzrange NOT NULL,
  booking_id UUID,
  time_off_id UUID,

  CONSTRAINT claim_pkey PRIMARY KEY (salon_id,claimant_id,starts_at)
);

CREATE TABLE idempotency (
  salon_id UUID NOT NULL,
  target_id UUID NOT NULL,
  key TEXT NOT NULL,
  request_hash BYTEA NOT NULL,
  booking_id UUID NOT NULL,
  answer TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT idempotency_pkey PRIMARY KEY (salon_id,target_id,key)
);

CREATE TABLE outbox (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  kind TEXT NOT NULL,
  booking_id UUID NOT NULL,
  sequence INTEGER NOT NULL,
  request_id TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  taken_at TIMESTAMPTZ(3),

  CONSTRAINT outbox_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE message (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  booking_id UUID,
  kind TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  state message_state NOT NULL DEFAULT 'due',
  due_at TIMESTAMPTZ(3) NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_until TIMESTAMPTZ(3),
  last_error TEXT,
  request_id TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  sent_at TIMESTAMPTZ(3),

  CONSTRAINT message_pkey PRIMARY KEY (salon_id,id)
);

CREATE UNIQUE INDEX customer_salon_id_email_key_key ON customer(salon_id, email_key);

CREATE INDEX booking_salon_id_starts_at_idx ON booking(salon_id, starts_at);

CREATE UNIQUE INDEX booking_salon_id_reference_key ON booking(salon_id, reference);

CREATE UNIQUE INDEX message_salon_id_booking_id_kind_sequence_recipient_key ON message(salon_id, booking_id, kind, sequence, recipient);

ALTER TABLE time_off ADD CONSTRAINT time_off_salon_id_staff_id_fkey FOREIGN KEY (salon_id, staff_id) REFERENCES staff(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE booking ADD CONSTRAINT booking_salon_id_customer_id_fkey FOREIGN KEY (salon_id, customer_id) REFERENCES customer(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE booking_item ADD CONSTRAINT booking_item_salon_id_booking_id_fkey FOREIGN KEY (salon_id, booking_id) REFERENCES booking(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE booking_want ADD CONSTRAINT booking_want_salon_id_booking_id_fkey FOREIGN KEY (salon_id, booking_id) REFERENCES booking(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE claim ADD CONSTRAINT claim_salon_id_booking_id_fkey FOREIGN KEY (salon_id, booking_id) REFERENCES booking(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE claim ADD CONSTRAINT claim_salon_id_time_off_id_fkey FOREIGN KEY (salon_id, time_off_id) REFERENCES time_off(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Taken time has exactly one holder. Not deferrable: ON CONFLICT DO NOTHING needs it, and waiting
-- for a neighbour by ON CONFLICT is what keeps a rush on one chair free of deadlocks.
-- The foreign keys of claim are deferred because claims decide first and the visit follows.
ALTER TABLE claim
  ADD CONSTRAINT claim_no_overlap EXCLUDE USING gist (salon_id WITH =, claimant_id WITH =, during WITH &&),
  ADD CONSTRAINT claim_one_holder CHECK (num_nonnulls(booking_id, time_off_id) = 1),
  ADD CONSTRAINT claim_bounded CHECK (
    starts_at = lower(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)
    AND isfinite(lower(during)) AND isfinite(upper(during))
  );

ALTER TABLE booking_want
  ADD CONSTRAINT booking_want_bounded CHECK (
    lower_inc(during) AND NOT upper_inc(during)
    AND NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)
    AND isfinite(lower(during)) AND isfinite(upper(during))
  );

ALTER TABLE time_off
  ADD CONSTRAINT time_off_range CHECK (starts_at < ends_at AND isfinite(starts_at) AND isfinite(ends_at));

ALTER TABLE booking
  ADD CONSTRAINT booking_range CHECK (starts_at < ends_at),
  ADD CONSTRAINT booking_numbers CHECK (version >= 1 AND sequence >= 0 AND token_version >= 1 AND price_cents >= 0),
  ADD CONSTRAINT booking_currency_shape CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT booking_cancelled_has_time CHECK (status <> 'cancelled' OR cancelled_at IS NOT NULL);

ALTER TABLE booking_item
  ADD CONSTRAINT booking_item_range CHECK (starts_at < ends_at),
  ADD CONSTRAINT booking_item_price_not_negative CHECK (price_cents >= 0);

ALTER TABLE idempotency
  ADD CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 255),
  ADD CONSTRAINT idempotency_hash_is_sha256 CHECK (octet_length(request_hash) = 32);

ALTER TABLE outbox
  ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('booking_created', 'booking_moved', 'booking_cancelled'));

-- How many open bookings an address holds is asked with every booking.
CREATE INDEX booking_open_by_customer ON booking (salon_id, customer_id, starts_at)
  WHERE status IN ('requested', 'confirmed');
-- Those lying on somebody else's time: few, and looked for whenever time is freed.
CREATE INDEX booking_want_overlaid ON booking_want (salon_id, claimant_id) WHERE overlaid;
CREATE INDEX time_off_overlaid ON time_off (salon_id, staff_id) WHERE overlaid AND ended_at IS NULL;
CREATE INDEX outbox_waiting ON outbox (created_at) WHERE taken_at IS NULL;

-- Bookings and customers are never deleted in bulk, whoever asks and however.
CREATE FUNCTION refuse_mass_delete() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  v_many boolean := TG_OP = 'TRUNCATE';
BEGIN
  IF NOT v_many THEN
    SELECT count(*) > 5 INTO v_many FROM gone;
  END IF;
  IF v_many THEN
    RAISE EXCEPTION 'refused: this statement would delete many rows of %; bookings and customers are kept', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER booking_no_mass_delete AFTER DELETE ON booking
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_mass_delete();
CREATE TRIGGER booking_no_truncate BEFORE TRUNCATE ON booking
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_mass_delete();
CREATE TRIGGER customer_no_mass_delete AFTER DELETE ON customer
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_mass_delete();
CREATE TRIGGER customer_no_truncate BEFORE TRUNCATE ON customer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_mass_delete();
