-- Mails of a product that has no mail server yet: they are kept here and shown at /inbox, so that
-- whoever tries the product sees them. Not below a salon: it is the operator's machine that could
-- not send, and the newest 500 of all of them stay. Ids are UUIDv7, so the newest have the highest.

SET lock_timeout = '5s';

CREATE TABLE caught_mail (
  id UUID NOT NULL,
  caught_at TIMESTAMPTZ(3) NOT NULL,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  raw BYTEA NOT NULL,

  CONSTRAINT caught_mail_pkey PRIMARY KEY (id)
);
