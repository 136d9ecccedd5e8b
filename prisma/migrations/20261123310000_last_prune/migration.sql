-- When pruning last ran to its end: the cron line that calls it stands outside the product, and if it is missing nobody
-- notices, while what is promised to be gone after days or weeks is kept. What watches the product asks the product.
SET lock_timeout = '2s';

CREATE TABLE last_prune (
  -- One row.
  one boolean NOT NULL DEFAULT true,
  finished_at timestamptz(3) NOT NULL,

  CONSTRAINT last_prune_pkey PRIMARY KEY (one),
  CONSTRAINT last_prune_one CHECK (one)
);

-- Counted from today: a new database has nothing to remove, and of an old one nobody has kept when it was.
INSERT INTO last_prune (finished_at) VALUES (now());
