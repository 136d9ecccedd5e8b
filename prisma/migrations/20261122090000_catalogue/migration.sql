-- What a salon sells, who does it and when. Wall-clock minutes of a day run from 0 to 1440, so
-- that midnight at the end of a day is a value. All of it is read as one configuration, whose
-- version stands on the salon's row.

SET lock_timeout = '5s';

CREATE TYPE phase_kind AS ENUM ('work', 'processing', 'finish');

CREATE TYPE member_role AS ENUM ('owner', 'manager', 'staff');

CREATE TABLE salon (
  id UUID NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  locale TEXT NOT NULL DEFAULT 'de',
  address_form TEXT NOT NULL DEFAULT 'sie',
  currency CHAR(3) NOT NULL DEFAULT 'EUR',
  phone TEXT,
  email TEXT,
  street TEXT,
  postal_code TEXT,
  city TEXT,
  config_version INTEGER NOT NULL DEFAULT 1,
  lead_minutes INTEGER NOT NULL DEFAULT 60,
  horizon_days INTEGER NOT NULL DEFAULT 90,
  step_minutes INTEGER NOT NULL DEFAULT 15,
  cancellation_minutes INTEGER NOT NULL DEFAULT 1440,
  max_open_bookings INTEGER DEFAULT 5,
  max_wait_minutes INTEGER NOT NULL DEFAULT 0,
  needs_approval BOOLEAN NOT NULL DEFAULT false,
  booking_paused BOOLEAN NOT NULL DEFAULT false,
  paused_message TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT salon_pkey PRIMARY KEY (id)
);

CREATE TABLE service_category (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,

  CONSTRAINT service_category_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE service (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  category_id UUID NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  price_cents INTEGER NOT NULL,
  price_from BOOLEAN NOT NULL DEFAULT false,
  buffer_minutes INTEGER NOT NULL DEFAULT 0,
  station_kind TEXT,
  online BOOLEAN NOT NULL DEFAULT true,
  position INTEGER NOT NULL,
  archived_at TIMESTAMPTZ(3),

  CONSTRAINT service_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE service_phase (
  salon_id UUID NOT NULL,
  service_id UUID NOT NULL,
  position INTEGER NOT NULL,
  kind phase_kind NOT NULL,
  minutes INTEGER NOT NULL,

  CONSTRAINT service_phase_pkey PRIMARY KEY (salon_id,service_id,position)
);

CREATE TABLE station (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  active BOOLEAN NOT NULL DEFAULT true,

  CONSTRAINT station_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE closure (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  first_date DATE NOT NULL,
  last_date DATE NOT NULL,
  start_minute INTEGER,
  end_minute INTEGER,
  name TEXT NOT NULL,

  CONSTRAINT closure_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE member (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role member_role NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT member_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE staff (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  member_id UUID,
  name TEXT NOT NULL,
  title TEXT,
  position INTEGER NOT NULL,
  active_from DATE,
  active_until DATE,

  CONSTRAINT staff_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE staff_service (
  salon_id UUID NOT NULL,
  staff_id UUID NOT NULL,
  service_id UUID NOT NULL,
  price_cents INTEGER,

  CONSTRAINT staff_service_pkey PRIMARY KEY (salon_id,staff_id,service_id)
);

CREATE TABLE staff_service_phase (
  salon_id UUID NOT NULL,
  staff_id UUID NOT NULL,
  service_id UUID NOT NULL,
  position INTEGER NOT NULL,
  kind phase_kind NOT NULL,
  minutes INTEGER NOT NULL,

  CONSTRAINT staff_service_phase_pkey PRIMARY KEY (salon_id,staff_id,service_id,position)
);

CREATE TABLE weekly_opening (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  staff_id UUID NOT NULL,
  weekday INTEGER NOT NULL,
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL,
  valid_from DATE,
  valid_until DATE,

  CONSTRAINT weekly_opening_pkey PRIMARY KEY (salon_id,id)
);

CREATE TABLE opening_exception (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  staff_id UUID NOT NULL,
  date DATE NOT NULL,
  start_minute INTEGER,
  end_minute INTEGER,

  CONSTRAINT opening_exception_pkey PRIMARY KEY (salon_id,id)
);

CREATE UNIQUE INDEX salon_slug_key ON salon(slug);

CREATE UNIQUE INDEX service_phase_salon_id_service_id_position_kind_key ON service_phase(salon_id, service_id, position, kind);

CREATE UNIQUE INDEX member_salon_id_email_key ON member(salon_id, email);

CREATE INDEX weekly_opening_salon_id_staff_id_idx ON weekly_opening(salon_id, staff_id);

CREATE INDEX opening_exception_salon_id_staff_id_date_idx ON opening_exception(salon_id, staff_id, date);

ALTER TABLE service_category ADD CONSTRAINT service_category_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE service ADD CONSTRAINT service_salon_id_category_id_fkey FOREIGN KEY (salon_id, category_id) REFERENCES service_category(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE service_phase ADD CONSTRAINT service_phase_salon_id_service_id_fkey FOREIGN KEY (salon_id, service_id) REFERENCES service(salon_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE station ADD CONSTRAINT station_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE closure ADD CONSTRAINT closure_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE member ADD CONSTRAINT member_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE staff ADD CONSTRAINT staff_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE staff ADD CONSTRAINT staff_salon_id_member_id_fkey FOREIGN KEY (salon_id, member_id) REFERENCES member(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE staff_service ADD CONSTRAINT staff_service_salon_id_staff_id_fkey FOREIGN KEY (salon_id, staff_id) REFERENCES staff(salon_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE staff_service ADD CONSTRAINT staff_service_salon_id_service_id_fkey FOREIGN KEY (salon_id, service_id) REFERENCES service(salon_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE staff_service_phase ADD CONSTRAINT staff_service_phase_salon_id_staff_id_service_id_fkey FOREIGN KEY (salon_id, staff_id, service_id) REFERENCES staff_service(salon_id, staff_id, service_id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE staff_service_phase ADD CONSTRAINT staff_service_phase_salon_id_service_id_position_kind_fkey FOREIGN KEY (salon_id, service_id, position, kind) REFERENCES service_phase(salon_id, service_id, position, kind) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE weekly_opening ADD CONSTRAINT weekly_opening_salon_id_staff_id_fkey FOREIGN KEY (salon_id, staff_id) REFERENCES staff(salon_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE opening_exception ADD CONSTRAINT opening_exception_salon_id_staff_id_fkey FOREIGN KEY (salon_id, staff_id) REFERENCES staff(salon_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE salon
  ADD CONSTRAINT salon_slug_shape CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  ADD CONSTRAINT salon_currency_shape CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT salon_address_form_known CHECK (address_form IN ('sie', 'du')),
  ADD CONSTRAINT salon_step_divides_day CHECK (step_minutes BETWEEN 5 AND 240 AND 1440 % step_minutes = 0),
  ADD CONSTRAINT salon_policy_sane CHECK (
    lead_minutes >= 0 AND horizon_days BETWEEN 0 AND 730 AND cancellation_minutes >= 0
    AND max_open_bookings > 0 AND max_wait_minutes BETWEEN 0 AND 240
  );

ALTER TABLE service
  ADD CONSTRAINT service_price_not_negative CHECK (price_cents >= 0),
  ADD CONSTRAINT service_buffer_sane CHECK (buffer_minutes BETWEEN 0 AND 480);

-- A booking may name its service by its exact name, so the names in use are unique.
CREATE UNIQUE INDEX service_name_in_use ON service (salon_id, name) WHERE archived_at IS NULL;

ALTER TABLE service_phase
  ADD CONSTRAINT service_phase_minutes_sane CHECK (minutes BETWEEN 1 AND 720);

ALTER TABLE staff_service
  ADD CONSTRAINT staff_service_price_not_negative CHECK (price_cents >= 0);

-- How long colour develops is the service's, whoever applies it.
ALTER TABLE staff_service_phase
  ADD CONSTRAINT staff_service_phase_no_own_processing CHECK (kind <> 'processing'),
  ADD CONSTRAINT staff_service_phase_minutes_sane CHECK (minutes BETWEEN 1 AND 720);

ALTER TABLE weekly_opening
  ADD CONSTRAINT weekly_opening_weekday_iso CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT weekly_opening_range CHECK (start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440),
  ADD CONSTRAINT weekly_opening_validity CHECK (valid_from <= valid_until);

ALTER TABLE opening_exception
  ADD CONSTRAINT opening_exception_range CHECK (
    num_nulls(start_minute, end_minute) = 2
    OR (num_nulls(start_minute, end_minute) = 0 AND start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440)
  );

ALTER TABLE closure
  ADD CONSTRAINT closure_dates CHECK (first_date <= last_date),
  ADD CONSTRAINT closure_range CHECK (
    num_nulls(start_minute, end_minute) = 2
    OR (num_nulls(start_minute, end_minute) = 0 AND start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440)
  );

ALTER TABLE staff
  ADD CONSTRAINT staff_active CHECK (active_from <= active_until);

-- A change of configuration begins with this: the exclusive lock waits for the bookings in
-- flight, which hold the shared one, and the raised version refuses those that decided before.
CREATE FUNCTION begin_config_change_v1(p_salon uuid) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  v_version integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_salon::text, 0));
  UPDATE salon SET config_version = config_version + 1 WHERE id = p_salon RETURNING config_version INTO v_version;
  RETURN v_version;
END $$;
