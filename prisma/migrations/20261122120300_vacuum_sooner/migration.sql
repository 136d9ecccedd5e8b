-- Pruning takes a thirtieth of these tables a day. By default PostgreSQL cleans up after a fifth of
-- a table has died: in a large one once a week, and until then every look-up walks past the dead.

SET lock_timeout = '5s';

ALTER TABLE idempotency SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE claim SET (autovacuum_vacuum_scale_factor = 0.02);
