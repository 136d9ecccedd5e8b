-- book_v1 as its last definition left it lost what plans_that_last had set on it: replacing a function replaces its settings.
SET lock_timeout = '5s';

ALTER FUNCTION book_v1(uuid, integer, text, bytea, timestamptz, tstzrange, jsonb, jsonb)
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;
