-- What a salon needs to set itself up: a colour for each staff member's column, pictures of its own,
-- and time off that is asked for before it is taken.

SET lock_timeout = '5s';

ALTER TABLE staff
  ADD COLUMN colour TEXT,
  ADD CONSTRAINT staff_colour_shape CHECK (colour ~ '^#[0-9a-f]{6}$');

-- Stretches of one plan that overlap mean the same as one, but who edits them sees two: refused from now
-- on. Only seeds have written plans so far, and theirs do not overlap, so there is nothing to repair.
ALTER TABLE weekly_opening ADD CONSTRAINT weekly_opening_no_overlap EXCLUDE USING gist (
  salon_id WITH =, staff_id WITH =, weekday WITH =,
  int4range(start_minute, end_minute) WITH &&,
  daterange(valid_from, valid_until, '[]') WITH &&
);
ALTER TABLE opening_exception ADD CONSTRAINT opening_exception_no_overlap EXCLUDE USING gist (
  salon_id WITH =, staff_id WITH =, date WITH =, int4range(start_minute, end_minute) WITH &&
);

-- A picture as it is served: re-encoded, without anything the camera wrote into it. It lies in the
-- database because a deployed copy of the API has no disk that stays. Never changed: another picture is
-- another row, so that caches may keep it for good.
CREATE TABLE picture (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  bytes BYTEA NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT picture_pkey PRIMARY KEY (salon_id, id),
  CONSTRAINT picture_size CHECK (octet_length(bytes) BETWEEN 1 AND 1048576)
);
-- It is compressed as it is.
ALTER TABLE picture ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE picture ADD CONSTRAINT picture_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon(id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TYPE time_off_request_state AS ENUM ('requested', 'approved', 'declined', 'withdrawn');

-- Whole days, or a part of one, by the salon's clock: what is asked for is holidays, not instants.
CREATE TABLE time_off_request (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  staff_id UUID NOT NULL,
  state time_off_request_state NOT NULL DEFAULT 'requested',
  first_date DATE NOT NULL,
  last_date DATE NOT NULL,
  start_minute INTEGER,
  end_minute INTEGER,
  reason TEXT,
  -- What was laid over her time when it was approved.
  time_off_id UUID,
  decided_by TEXT,
  decided_at TIMESTAMPTZ(3),
  answer TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT time_off_request_pkey PRIMARY KEY (salon_id, id),
  CONSTRAINT time_off_request_dates CHECK (first_date <= last_date),
  CONSTRAINT time_off_request_range CHECK (
    num_nulls(start_minute, end_minute) = 2
    OR (
      num_nulls(start_minute, end_minute) = 0 AND first_date = last_date
      AND start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440
    )
  ),
  CONSTRAINT time_off_request_laid CHECK ((state = 'approved') = (time_off_id IS NOT NULL)),
  CONSTRAINT time_off_request_decided CHECK ((state IN ('approved', 'declined')) = (decided_at IS NOT NULL))
);

CREATE INDEX time_off_request_salon_id_staff_id_idx ON time_off_request(salon_id, staff_id);

ALTER TABLE time_off_request ADD CONSTRAINT time_off_request_salon_id_staff_id_fkey FOREIGN KEY (salon_id, staff_id) REFERENCES staff(salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
