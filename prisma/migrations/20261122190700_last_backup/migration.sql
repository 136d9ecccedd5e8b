-- Whoever backs the database up says so here when the backup is good: it runs somewhere else, with tools of its own, and
-- what watches the product asks the product. One row a kind of backup; ops/runbook.md has the line to add to it.
SET lock_timeout = '2s';

CREATE TABLE last_backup (
  -- As its tool calls it: full, incremental, dump.
  kind text NOT NULL,
  finished_at timestamptz(3) NOT NULL,

  CONSTRAINT last_backup_pkey PRIMARY KEY (kind)
);
