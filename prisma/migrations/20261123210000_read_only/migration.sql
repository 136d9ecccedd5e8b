-- Read-only mode, switched while everything runs: one row that every process of the API reads each second. And a
-- trail of what operators did: theirs is no salon's, so it stands in none of the salons' trails.
SET lock_timeout = '2s';

CREATE TABLE read_only (
  -- One row, or none while nobody has switched yet.
  one boolean NOT NULL DEFAULT true,
  is_on boolean NOT NULL,
  -- When it is thought to end; whether it then does is the next column's to say.
  until timestamptz(3),
  ends_itself boolean NOT NULL DEFAULT false,
  -- For operators; visitors are not told.
  reason text,
  changed_by text NOT NULL,
  changed_at timestamptz(3) NOT NULL,

  CONSTRAINT read_only_pkey PRIMARY KEY (one),
  CONSTRAINT read_only_one CHECK (one),
  CONSTRAINT read_only_end CHECK (NOT ends_itself OR until IS NOT NULL)
);

CREATE TABLE operator_entry (
  id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  -- Who typed the command, as the machine knows her or as she said.
  operator text NOT NULL,
  -- As `read_only.on`.
  action text NOT NULL,
  details jsonb,

  CONSTRAINT operator_entry_pkey PRIMARY KEY (id)
);

CREATE INDEX operator_entry_at ON operator_entry (at DESC);
