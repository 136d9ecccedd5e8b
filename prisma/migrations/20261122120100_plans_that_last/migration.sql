-- What these functions look for they find by key. PostgreSQL keeps the plan it made when a table
-- was small, until it counts the rows again: in the first minute of a busy new database it read
-- whole tables, and a booking took three times as long after seven thousand others as after one
-- thousand. So tables are never read whole here, nor hashed.

SET lock_timeout = '5s';

DO $$
DECLARE
  v_function regprocedure;
  v_setting text;
BEGIN
  FOR v_function IN
    SELECT p.oid FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace AND p.proname IN (
      'book_v1', 'move_v1', 'cancel_v1', 'find_key', 'hold_visit_v1', 'lay_time_off_v1', 'end_time_off_v1'
    )
  LOOP
    FOREACH v_setting IN ARRAY ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET %I = off', v_function, v_setting);
    END LOOP;
  END LOOP;
END $$;
