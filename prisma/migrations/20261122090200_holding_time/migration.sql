-- Who holds time, and what becomes of it when the holder leaves.
--
-- A visit wants stretches of time (booking_want) and holds claims. Usually both are the same. Where
-- an owner lays a visit or sick leave over taken time on purpose, the newcomer claims only the
-- pieces still free and is marked `overlaid`; when the holder leaves, its time passes in the same
-- transaction to those lying on it. So taken time has exactly one holder at any moment.
--
-- Every function here runs inside the caller's transaction. SQLSTATE SB001 means: somebody else
-- claimed that time between our look and our insert; nothing may be kept, ask again.

SET lock_timeout = '5s';

-- A dead visit holds nothing and inherits nothing.
CREATE FUNCTION is_live(p_status booking_status) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT p_status IN ('requested', 'confirmed', 'arrived', 'done') $$;

-- Locks, in the order of their ids, the visit named (if any) and everything that holds the given
-- stretches or lies on them. After it, and only after it, may their state be read and trusted.
CREATE FUNCTION lock_visits_on(p_salon uuid, p_booking uuid, p_claimants uuid[], p_ranges tstzrange[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM booking b
  WHERE b.salon_id = p_salon AND b.id IN (
    SELECT p_booking
    UNION
    SELECT c.booking_id FROM unnest(p_claimants, p_ranges) AS r (claimant_id, during)
    JOIN claim c ON c.salon_id = p_salon AND c.claimant_id = r.claimant_id AND c.during && r.during
    UNION
    SELECT w.booking_id FROM unnest(p_claimants, p_ranges) AS r (claimant_id, during)
    JOIN booking_want w ON w.salon_id = p_salon AND w.overlaid AND w.claimant_id = r.claimant_id AND w.during && r.during
  )
  ORDER BY b.id FOR NO KEY UPDATE;

  PERFORM FROM time_off t
  WHERE t.salon_id = p_salon AND t.id IN (
    SELECT c.time_off_id FROM unnest(p_claimants, p_ranges) AS r (claimant_id, during)
    JOIN claim c ON c.salon_id = p_salon AND c.claimant_id = r.claimant_id AND c.during && r.during
    UNION
    SELECT o.id FROM unnest(p_claimants, p_ranges) AS r (claimant_id, during)
    JOIN time_off o ON o.salon_id = p_salon AND o.overlaid AND o.ended_at IS NULL
      AND o.staff_id = r.claimant_id AND tstzrange(o.starts_at, o.ends_at) && r.during
  )
  ORDER BY t.id FOR NO KEY UPDATE;
END $$;

CREATE FUNCTION lock_visit(p_salon uuid, p_booking uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_claimants uuid[];
  v_ranges tstzrange[];
BEGIN
  SELECT array_agg(claimant_id), array_agg(during) INTO v_claimants, v_ranges
  FROM booking_want WHERE salon_id = p_salon AND booking_id = p_booking;
  PERFORM lock_visits_on(p_salon, p_booking, v_claimants, v_ranges);
END $$;

-- Claims what is still free of a stretch; tells whether the holder now has all of it.
--
-- Whoever holds the rest may have come after the caller locked what it saw. Were such a holder to
-- leave before we commit, it could not know of us and would give its time to nobody. So the holders
-- are locked once more, now that our pieces are claimed; a gap found after that means: again.
CREATE FUNCTION claim_free_pieces(
  p_salon uuid, p_claimant uuid, p_during tstzrange, p_booking uuid, p_time_off uuid
) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_piece tstzrange;
  v_taken tstzmultirange;
  v_alone boolean;
BEGIN
  FOR v_piece IN
    SELECT unnest(tstzmultirange(p_during) - coalesce(range_agg(c.during), '{}'))
    FROM claim c WHERE c.salon_id = p_salon AND c.claimant_id = p_claimant AND c.during && p_during
  LOOP
    INSERT INTO claim (salon_id, claimant_id, starts_at, during, booking_id, time_off_id)
    VALUES (p_salon, p_claimant, lower(v_piece), v_piece, p_booking, p_time_off)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'again' USING ERRCODE = 'SB001';
    END IF;
  END LOOP;
  PERFORM lock_visits_on(p_salon, p_booking, ARRAY[p_claimant], ARRAY[p_during]);
  SELECT range_agg(c.during), bool_and((c.booking_id, c.time_off_id) IS NOT DISTINCT FROM (p_booking, p_time_off))
  INTO v_taken, v_alone
  FROM claim c WHERE c.salon_id = p_salon AND c.claimant_id = p_claimant AND c.during && p_during;
  IF NOT coalesce(v_taken @> p_during, false) THEN
    RAISE EXCEPTION 'again' USING ERRCODE = 'SB001';
  END IF;
  RETURN v_alone;
END $$;

-- Gives freed time to those lying on it: visits first, the older first, then time off.
CREATE FUNCTION pass_on(p_salon uuid, p_claimants uuid[], p_ranges tstzrange[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_heir record;
BEGIN
  FOR v_heir IN
    SELECT DISTINCT w.booking_id, w.position, w.claimant_id, w.during
    FROM unnest(p_claimants, p_ranges) AS r (claimant_id, during)
    JOIN booking_want w ON w.salon_id = p_salon AND w.overlaid AND w.claimant_id = r.claimant_id AND w.during && r.during
    JOIN booking b ON b.salon_id = p_salon AND b.id = w.booking_id AND is_live(b.status)
    ORDER BY w.booking_id, w.position
  LOOP
    UPDATE booking_want SET overlaid = NOT claim_free_pieces(p_salon, v_heir.claimant_id, v_heir.during, v_heir.booking_id, NULL)
    WHERE salon_id = p_salon AND booking_id = v_heir.booking_id AND position = v_heir.position;
  END LOOP;

  FOR v_heir IN
    SELECT DISTINCT o.id, o.staff_id, tstzrange(o.starts_at, o.ends_at) AS during
    FROM unnest(p_claimants, p_ranges) AS r (claimant_id, during)
    JOIN time_off o ON o.salon_id = p_salon AND o.overlaid AND o.ended_at IS NULL
      AND o.staff_id = r.claimant_id AND tstzrange(o.starts_at, o.ends_at) && r.during
    ORDER BY o.id
  LOOP
    UPDATE time_off SET overlaid = NOT claim_free_pieces(p_salon, v_heir.staff_id, v_heir.during, NULL, v_heir.id)
    WHERE salon_id = p_salon AND id = v_heir.id;
  END LOOP;
END $$;

-- The one way in which time becomes free: for cancelling, moving, resizing, and the end of time
-- off. A mover names its new claims ([{claimantId, from, to}]) and gets them before anybody inherits
-- the old ones. The caller has locked the visits concerned.
CREATE FUNCTION release_time(p_salon uuid, p_booking uuid, p_time_off uuid, p_next jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_claimants uuid[];
  v_ranges tstzrange[];
BEGIN
  WITH wanted AS (
    SELECT w.claimant_id, w.during FROM booking_want w WHERE w.salon_id = p_salon AND w.booking_id = p_booking
    UNION ALL
    SELECT o.staff_id, tstzrange(o.starts_at, o.ends_at) FROM time_off o WHERE o.salon_id = p_salon AND o.id = p_time_off
  ), freed AS (
    DELETE FROM claim c USING wanted w
    WHERE c.salon_id = p_salon AND c.claimant_id = w.claimant_id AND c.during && w.during
      AND (c.booking_id = p_booking OR c.time_off_id = p_time_off)
    RETURNING c.claimant_id, c.during
  )
  SELECT array_agg(claimant_id), array_agg(during) INTO v_claimants, v_ranges FROM freed;
  IF p_next IS NOT NULL THEN
    -- What the mover wanted is over; it must not inherit its own old time.
    UPDATE booking_want SET overlaid = false WHERE salon_id = p_salon AND booking_id = p_booking AND overlaid;
    PERFORM claim_all(p_salon, p_booking, p_next);
  END IF;
  PERFORM pass_on(p_salon, v_claimants, v_ranges);
END $$;

-- All of the claims or none: fewer rows than asked raise SB001. Sorted, so that two visits after
-- the same time meet in one order; ON CONFLICT waits for the neighbour without a deadlock.
CREATE FUNCTION claim_all(p_salon uuid, p_booking uuid, p_claims jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_rows integer;
BEGIN
  INSERT INTO claim (salon_id, claimant_id, starts_at, during, booking_id)
  SELECT p_salon, c."claimantId", c."from", tstzrange(c."from", c."to"), p_booking
  FROM jsonb_to_recordset(p_claims) AS c ("claimantId" uuid, "from" timestamptz, "to" timestamptz)
  ORDER BY c."claimantId", c."from"
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  IF v_rows <> jsonb_array_length(p_claims) THEN
    RAISE EXCEPTION 'again' USING ERRCODE = 'SB001';
  END IF;
END $$;

-- Makes a visit hold what it wants: when it is laid over taken time (p_overlap), or restored.
-- Without p_overlap it is all or nothing; tells whether it holds everything.
CREATE FUNCTION hold_visit_v1(p_salon uuid, p_booking uuid, p_overlap boolean) RETURNS boolean
LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  v_want record;
  v_whole boolean;
  v_all boolean := true;
BEGIN
  PERFORM lock_visit(p_salon, p_booking);
  PERFORM FROM booking WHERE salon_id = p_salon AND id = p_booking AND is_live(status);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT p_overlap THEN
    PERFORM FROM booking_want w
    JOIN claim c ON c.salon_id = p_salon AND c.claimant_id = w.claimant_id AND c.during && w.during
    WHERE w.salon_id = p_salon AND w.booking_id = p_booking AND c.booking_id IS DISTINCT FROM p_booking;
    IF FOUND THEN
      RETURN false;
    END IF;
  END IF;
  FOR v_want IN
    SELECT position, claimant_id, during FROM booking_want
    WHERE salon_id = p_salon AND booking_id = p_booking ORDER BY claimant_id, during
  LOOP
    v_whole := claim_free_pieces(p_salon, v_want.claimant_id, v_want.during, p_booking, NULL);
    IF NOT v_whole AND NOT p_overlap THEN
      RAISE EXCEPTION 'again' USING ERRCODE = 'SB001';
    END IF;
    UPDATE booking_want SET overlaid = NOT v_whole
    WHERE salon_id = p_salon AND booking_id = p_booking AND position = v_want.position AND overlaid = v_whole;
    v_all := v_all AND v_whole;
  END LOOP;
  RETURN v_all;
END $$;

-- Time off (sick leave, a blocked hour) over whatever is there; tells whether it holds all of it.
CREATE FUNCTION lay_time_off_v1(
  p_salon uuid, p_time_off uuid, p_staff uuid, p_kind time_off_kind, p_from timestamptz, p_to timestamptz, p_reason text,
  p_now timestamptz
) RETURNS boolean
LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  v_whole boolean;
BEGIN
  PERFORM lock_visits_on(p_salon, NULL, ARRAY[p_staff], ARRAY[tstzrange(p_from, p_to)]);
  INSERT INTO time_off (salon_id, id, staff_id, kind, starts_at, ends_at, reason, created_at)
  VALUES (p_salon, p_time_off, p_staff, p_kind, p_from, p_to, p_reason, p_now);
  v_whole := claim_free_pieces(p_salon, p_staff, tstzrange(p_from, p_to), NULL, p_time_off);
  UPDATE time_off SET overlaid = true WHERE salon_id = p_salon AND id = p_time_off AND NOT v_whole;
  RETURN v_whole;
END $$;

-- Ends time off and frees its time; false when it had ended before.
CREATE FUNCTION end_time_off_v1(p_salon uuid, p_time_off uuid, p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  v_staff uuid;
  v_during tstzrange;
BEGIN
  SELECT staff_id, tstzrange(starts_at, ends_at) INTO v_staff, v_during
  FROM time_off WHERE salon_id = p_salon AND id = p_time_off;
  PERFORM lock_visits_on(p_salon, NULL, ARRAY[v_staff], ARRAY[v_during]);
  UPDATE time_off SET ended_at = p_now WHERE salon_id = p_salon AND id = p_time_off AND ended_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM release_time(p_salon, NULL, p_time_off, NULL);
  RETURN true;
END $$;
