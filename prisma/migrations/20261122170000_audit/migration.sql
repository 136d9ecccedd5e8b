-- Who changed what, when, from what to what. A line is written in the transaction of the change it
-- tells of, so there is neither without the other; it is never changed afterwards.
--
-- Bookings made online tell of themselves (who, when and what stand in the row): the hot statement
-- writes no line. Whatever happens to a booking after that does.

SET lock_timeout = '5s';

CREATE TYPE audit_actor AS ENUM ('member', 'customer', 'system');

CREATE TABLE audit_entry (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  actor audit_actor NOT NULL,
  -- The login that acted; its name is kept as it was, since people leave.
  login_id UUID,
  actor_name TEXT,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id UUID NOT NULL,
  -- The version of the booking that the change brought about.
  version INTEGER,
  before JSONB,
  after JSONB,
  request_id TEXT,

  CONSTRAINT audit_entry_pkey PRIMARY KEY (salon_id, id),
  CONSTRAINT audit_entry_who CHECK ((actor = 'member') = (login_id IS NOT NULL))
);

CREATE INDEX audit_entry_of_salon ON audit_entry (salon_id, at DESC, id DESC);
CREATE INDEX audit_entry_of_subject ON audit_entry (salon_id, subject_id, at DESC, id DESC);
