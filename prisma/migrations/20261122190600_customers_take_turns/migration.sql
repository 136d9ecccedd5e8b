-- Customers who move or cancel take turns with the desk of their salon, as those at the desk do with each
-- other. Each of several visits below one sick leave gives it its time back when it goes, and for that looks at all
-- the others lying there: gone at once, each held what the next one waited for, and every deadlock is found
-- after a second only. Bookings take part in no turns; nothing else in the two functions is changed, and
-- they keep their names, so that a release before this one, still running, takes turns too.

SET lock_timeout = '5s';

-- Moves a visit to the first arrangement that is free, its own old time counting as free.
-- Outcomes as book_v1, and: version_conflict (not p_expected any more), policy_window (the visit
-- can no longer be moved: cancelled, begun, or nearer than p_cancellation to its start). After any
-- outcome but `moved` the old visit stands unchanged.
-- p_move: {outboxId, requestId}.
CREATE OR REPLACE FUNCTION move_v1(
  p_salon uuid, p_version integer, p_key text, p_hash bytea, p_now timestamptz, p_day tstzrange,
  p_booking uuid, p_expected integer, p_cancellation interval, p_move jsonb, p_arrangements jsonb,
  OUT outcome text, OUT answer text, OUT booking_id uuid, OUT token_version integer
)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '2s' SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  v_visit booking%ROWTYPE;
  v_arrangement jsonb;
  v_claims jsonb;
  v_before jsonb;
BEGIN
  PERFORM lock_key(p_salon, p_booking, p_key);
  SELECT f.* INTO outcome, answer, booking_id, token_version FROM find_key(p_salon, p_booking, p_key, p_hash) AS f;
  IF outcome IS NOT NULL THEN
    RETURN;
  END IF;

  PERFORM pg_advisory_xact_lock(hashtextextended(p_salon::text, 3));
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_salon::text, 0));
  PERFORM FROM salon WHERE id = p_salon AND config_version = p_version;
  IF NOT FOUND THEN
    outcome := 'stale';
    RETURN;
  END IF;

  PERFORM lock_visit(p_salon, p_booking);
  SELECT * INTO v_visit FROM booking b WHERE b.salon_id = p_salon AND b.id = p_booking;
  IF v_visit.version <> p_expected THEN
    outcome := 'version_conflict';
    RETURN;
  END IF;
  IF v_visit.status NOT IN ('requested', 'confirmed') OR v_visit.starts_at - p_cancellation < p_now THEN
    outcome := 'policy_window';
    RETURN;
  END IF;

  SELECT c.arrangement, c.claims INTO v_arrangement, v_claims
  FROM choose_arrangement(p_salon, p_day, p_arrangements, p_booking) AS c;
  IF v_claims IS NULL THEN
    outcome := 'taken';
    RETURN;
  END IF;

  v_before := times_of_visit(p_salon, p_booking);
  PERFORM release_time(p_salon, p_booking, NULL, v_claims);
  DELETE FROM booking_item i WHERE i.salon_id = p_salon AND i.booking_id = p_booking;
  DELETE FROM booking_want w WHERE w.salon_id = p_salon AND w.booking_id = p_booking;
  PERFORM write_visit(p_salon, p_booking, v_arrangement, v_claims);
  UPDATE booking b SET
    starts_at = (v_arrangement ->> 'startsAt')::timestamptz, ends_at = (v_arrangement ->> 'endsAt')::timestamptz,
    price_cents = (v_arrangement ->> 'priceCents')::integer,
    version = b.version + 1, sequence = b.sequence + 1, updated_at = p_now
  WHERE b.salon_id = p_salon AND b.id = p_booking;

  INSERT INTO idempotency (salon_id, target_id, key, request_hash, booking_id, answer, created_at)
  VALUES (p_salon, p_booking, p_key, p_hash, p_booking, v_arrangement ->> 'answer', p_now);
  INSERT INTO outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at)
  VALUES (p_salon, (p_move ->> 'outboxId')::uuid, 'booking_moved', p_booking, v_visit.sequence + 1, p_move ->> 'requestId', p_now);
  INSERT INTO audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version, before, after, request_id)
  VALUES (p_salon, gen_random_uuid(), p_now, 'customer', 'visit.moved', 'visit', p_booking, v_visit.version + 1,
    v_before, times_of_visit(p_salon, p_booking), p_move ->> 'requestId');

  outcome := 'moved';
  answer := v_arrangement ->> 'answer';
  booking_id := p_booking;
  token_version := v_visit.token_version;
END $$;

-- Cancels a visit for its customer. Outcomes: cancelled, already (it was), policy_window, not_found.
CREATE OR REPLACE FUNCTION cancel_v1(
  p_salon uuid, p_booking uuid, p_now timestamptz, p_cancellation interval, p_reason text, p_outbox uuid, p_request text
) RETURNS text
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '2s' SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  v_visit booking%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_salon::text, 3));
  PERFORM lock_visit(p_salon, p_booking);
  SELECT * INTO v_visit FROM booking WHERE salon_id = p_salon AND id = p_booking;
  IF NOT FOUND THEN
    RETURN 'not_found';
  END IF;
  IF v_visit.status = 'cancelled' THEN
    RETURN 'already';
  END IF;
  IF v_visit.status NOT IN ('requested', 'confirmed') OR v_visit.starts_at - p_cancellation < p_now THEN
    RETURN 'policy_window';
  END IF;
  -- Dead before its time passes on, so that it cannot inherit from itself.
  UPDATE booking SET status = 'cancelled', cancelled_at = p_now, cancel_reason = p_reason,
    version = version + 1, sequence = sequence + 1, updated_at = p_now
  WHERE salon_id = p_salon AND id = p_booking;
  PERFORM release_time(p_salon, p_booking, NULL, NULL);
  INSERT INTO outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at)
  VALUES (p_salon, p_outbox, 'booking_cancelled', p_booking, v_visit.sequence + 1, p_request, p_now);
  INSERT INTO audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version, before, after, request_id)
  VALUES (p_salon, gen_random_uuid(), p_now, 'customer', 'visit.cancelled', 'visit', p_booking, v_visit.version + 1,
    jsonb_build_object('status', v_visit.status),
    jsonb_strip_nulls(jsonb_build_object('status', 'cancelled', 'cancelReason', p_reason)), p_request);
  RETURN 'cancelled';
END $$;
