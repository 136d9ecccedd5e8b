-- The ids of lines that follow from a visit were a bare hash, most of them no UUID by their version (RFC 9562), so that
-- no answer could carry them.
SET lock_timeout = '5s';

-- An id that follows from a text: RFC 9562, version 8.
CREATE FUNCTION derived_id(p_of text) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$ SELECT overlay(overlay(md5(p_of) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid $$;

-- book_v1 for a visit that the salon makes: it leaves its line, whose id follows from the visit, since equal days
-- make equal demo data.
CREATE OR REPLACE FUNCTION book_for_salon_v1(
  p_salon uuid, p_version integer, p_key text, p_hash bytea, p_now timestamptz, p_day tstzrange,
  p_visit jsonb, p_arrangements jsonb,
  OUT outcome text, OUT answer text, OUT booking_id uuid, OUT token_version integer
)
LANGUAGE plpgsql VOLATILE SET lock_timeout = '2s' AS $$
BEGIN
  SELECT b.* INTO outcome, answer, booking_id, token_version
  FROM book_v1(p_salon, p_version, p_key, p_hash, p_now, p_day, p_visit, p_arrangements) AS b;
  IF outcome = 'booked' THEN
    INSERT INTO audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version, after, request_id)
    VALUES (p_salon, derived_id(booking_id || ' 1'), p_now, 'system', 'visit.created', 'visit', booking_id, 1,
      times_of_visit(p_salon, booking_id), p_visit ->> 'requestId');
  END IF;
END $$;

UPDATE audit_entry SET id = overlay(overlay(id::text PLACING '8' FROM 15) PLACING '8' FROM 20)::uuid
WHERE actor = 'system' AND id::text !~ '^.{14}[1-8].{4}[89ab]';
