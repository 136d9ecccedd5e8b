-- The write. One call is one statement is one transaction: key, version, customer, claims, visit,
-- answer and event stand or fall together. Each statement inside a VOLATILE plpgsql function sees
-- what was committed while it waited (Read Committed); one statement of CTEs would not.

SET lock_timeout = '5s';

-- The claims an arrangement takes, if all of them are free as committed now; NULL if not. Of each
-- need of a station the first free one in filling order is taken.
-- Loops of plain look-ups, so that every look-up is one range scan of claim_no_overlap.
CREATE FUNCTION free_claims(p_salon uuid, p_arrangement jsonb, p_except uuid) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_claim record;
  v_need record;
  v_station uuid;
  v_free uuid;
  v_claims jsonb := p_arrangement -> 'staffClaims';
BEGIN
  FOR v_claim IN
    SELECT "claimantId" AS id, tstzrange("from", "to") AS during
    FROM jsonb_to_recordset(v_claims) AS c ("claimantId" uuid, "from" timestamptz, "to" timestamptz)
  LOOP
    PERFORM FROM claim WHERE salon_id = p_salon AND claimant_id = v_claim.id AND during && v_claim.during
      AND coalesce(booking_id <> p_except, true);
    IF FOUND THEN
      RETURN NULL;
    END IF;
  END LOOP;
  FOR v_need IN
    SELECT "from", "to", ids FROM jsonb_to_recordset(p_arrangement -> 'stations')
      AS n ("from" timestamptz, "to" timestamptz, ids uuid[])
  LOOP
    v_free := NULL;
    FOREACH v_station IN ARRAY v_need.ids LOOP
      PERFORM FROM claim WHERE salon_id = p_salon AND claimant_id = v_station
        AND during && tstzrange(v_need."from", v_need."to") AND coalesce(booking_id <> p_except, true);
      IF NOT FOUND THEN
        v_free := v_station;
        EXIT;
      END IF;
    END LOOP;
    IF v_free IS NULL THEN
      RETURN NULL;
    END IF;
    v_claims := v_claims || jsonb_build_array(
      jsonb_build_object('claimantId', v_free, 'from', v_need."from", 'to', v_need."to"));
  END LOOP;
  RETURN v_claims;
END $$;

-- The first arrangement that is free, with its claims. They come best first; those of one rank are
-- equal but for the staff member's load that day (minutes of visits that start on it), which is
-- asked here and now, and only where it decides.
CREATE FUNCTION choose_arrangement(
  p_salon uuid, p_day tstzrange, p_arrangements jsonb, p_except uuid, OUT arrangement jsonb, OUT claims jsonb
)
LANGUAGE plpgsql AS $$
DECLARE
  v_ties boolean;
BEGIN
  SELECT count(*) > count(DISTINCT a -> 'rank') INTO v_ties FROM jsonb_array_elements(p_arrangements) AS a;
  FOR arrangement IN
    SELECT a FROM jsonb_array_elements(p_arrangements) WITH ORDINALITY AS t (a, n)
    ORDER BY (a ->> 'rank')::integer,
      CASE WHEN v_ties THEN (
        SELECT sum((
          SELECT coalesce(sum(upper(c.during) - lower(c.during)), '0') FROM claim c
          WHERE c.salon_id = p_salon AND c.claimant_id = (i ->> 'staffId')::uuid
            AND c.starts_at >= lower(p_day) AND c.starts_at < upper(p_day)
            AND c.booking_id IS DISTINCT FROM p_except AND c.booking_id IS NOT NULL
        )) FROM jsonb_array_elements(a -> 'items') AS i
      ) END,
      n
  LOOP
    claims := free_claims(p_salon, arrangement, p_except);
    IF claims IS NOT NULL THEN
      RETURN;
    END IF;
  END LOOP;
  arrangement := NULL;
END $$;

-- Items and wants of a visit, from the arrangement chosen and the claims it took.
CREATE FUNCTION write_visit(p_salon uuid, p_booking uuid, p_arrangement jsonb, p_claims jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at, ends_at, price_cents)
  SELECT p_salon, p_booking, (i.n - 1)::integer, i."serviceId", i.service, i."staffId", i.staff, i."startsAt", i."endsAt", i."priceCents"
  FROM ROWS FROM (jsonb_to_recordset(p_arrangement -> 'items') AS (
    "serviceId" uuid, service text, "staffId" uuid, staff text, "startsAt" timestamptz, "endsAt" timestamptz, "priceCents" integer
  )) WITH ORDINALITY AS i ("serviceId", service, "staffId", staff, "startsAt", "endsAt", "priceCents", n);

  INSERT INTO booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
  SELECT p_salon, p_booking, (c.n - 1)::integer, c."claimantId", tstzrange(c."from", c."to"), c.item
  FROM ROWS FROM (jsonb_to_recordset(p_claims) AS (
    "claimantId" uuid, "from" timestamptz, "to" timestamptz, item integer
  )) WITH ORDINALITY AS c ("claimantId", "from", "to", item, n);
END $$;

-- The record a key stands for, if any. `answer` is NULL once the person was erased.
CREATE FUNCTION find_key(
  p_salon uuid, p_target uuid, p_key text, p_hash bytea,
  OUT outcome text, OUT answer text, OUT booking_id uuid, OUT token_version integer
)
LANGUAGE plpgsql AS $$
BEGIN
  SELECT CASE WHEN i.request_hash <> p_hash THEN 'reused' WHEN i.answer IS NULL THEN 'erased' ELSE 'replay' END,
    i.answer, i.booking_id, b.token_version
  INTO outcome, answer, booking_id, token_version
  FROM idempotency i JOIN booking b ON b.salon_id = i.salon_id AND b.id = i.booking_id
  WHERE i.salon_id = p_salon AND i.target_id = p_target AND i.key = p_key;
END $$;

-- Makes the second of two equal requests wait for the first. The primary key of idempotency is
-- what decides; this only spares it a rollback.
CREATE FUNCTION lock_key(p_salon uuid, p_target uuid, p_key text) RETURNS void
LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended(p_salon::text || p_target::text || p_key, 1));
$$;

-- Books a visit. Outcomes:
--   booked      the visit stands; `answer` is the one of the arrangement taken
--   replay      this key was answered before: the first answer again
--   reused      this key was used for another request
--   erased      this key was answered, and the person erased since
--   stale       the configuration is newer than p_version: decide again
--   call_salon  this customer is blocked or holds p_visit.maxOpen open bookings
--   taken       none of the arrangements is free
-- Every outcome but `booked` leaves nothing behind.
-- p_visit: {id, reference, customerId, emailKey, status, source, currency, name, email, phone,
--   guestName, note, locale, maxOpen, outboxId, requestId}; no outboxId, no event.
-- p_arrangements: best first, [{rank, startsAt, endsAt, priceCents, answer,
--   staffClaims: [{claimantId, from, to, item}], stations: [{from, to, ids}],
--   items: [{serviceId, service, staffId, staff, startsAt, endsAt, priceCents}]}]
-- p_day: the local day of the visit, for the load.
CREATE FUNCTION book_v1(
  p_salon uuid, p_version integer, p_key text, p_hash bytea, p_now timestamptz, p_day tstzrange,
  p_visit jsonb, p_arrangements jsonb,
  OUT outcome text, OUT answer text, OUT booking_id uuid, OUT token_version integer
)
LANGUAGE plpgsql VOLATILE SET lock_timeout = '2s' AS $$
#variable_conflict use_column
DECLARE
  v_arrangement jsonb;
  v_claims jsonb;
  v_booking uuid := (p_visit ->> 'id')::uuid;
  v_customer uuid;
  v_refused boolean;
BEGIN
  PERFORM lock_key(p_salon, p_salon, p_key);
  SELECT f.* INTO outcome, answer, booking_id, token_version FROM find_key(p_salon, p_salon, p_key, p_hash) AS f;
  IF outcome IS NOT NULL THEN
    RETURN;
  END IF;

  PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_salon::text, 0));
  PERFORM FROM salon WHERE id = p_salon AND config_version = p_version;
  IF NOT FOUND THEN
    outcome := 'stale';
    RETURN;
  END IF;

  -- The row lock makes bookings of one customer follow each other, so that the limit is exact.
  -- A customer not yet known is written only when everything else has been decided.
  FOR v_round IN 1..2 LOOP
    SELECT c.id, c.blocked_at IS NOT NULL INTO v_customer, v_refused FROM customer c
    WHERE c.salon_id = p_salon AND c.email_key = p_visit ->> 'emailKey' FOR NO KEY UPDATE;
    IF FOUND THEN
      SELECT v_refused OR count(*) >= (p_visit ->> 'maxOpen')::integer INTO v_refused FROM booking b
      WHERE b.salon_id = p_salon AND b.customer_id = v_customer
        AND b.status IN ('requested', 'confirmed') AND b.starts_at > p_now;
      IF v_refused THEN
        outcome := 'call_salon';
        RETURN;
      END IF;
    END IF;

    IF v_claims IS NULL THEN
      SELECT c.arrangement, c.claims INTO v_arrangement, v_claims
      FROM choose_arrangement(p_salon, p_day, p_arrangements, NULL) AS c;
      IF v_claims IS NULL THEN
        outcome := 'taken';
        RETURN;
      END IF;
    END IF;

    EXIT WHEN v_customer IS NOT NULL;
    INSERT INTO customer (salon_id, id, email_key, name, email, phone, locale, created_at)
    VALUES (p_salon, (p_visit ->> 'customerId')::uuid, p_visit ->> 'emailKey', p_visit ->> 'name', p_visit ->> 'email',
      p_visit ->> 'phone', p_visit ->> 'locale', p_now)
    ON CONFLICT DO NOTHING
    RETURNING id INTO v_customer;
    -- Nothing returned: the same customer was written meanwhile by another booking. Read it, once more.
    EXIT WHEN v_customer IS NOT NULL;
  END LOOP;
  IF v_customer IS NULL THEN
    RAISE EXCEPTION 'again' USING ERRCODE = 'SB001';
  END IF;

  PERFORM claim_all(p_salon, v_booking, v_claims);

  INSERT INTO booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
    name, email, phone, guest_name, note, locale, created_at, updated_at)
  VALUES (p_salon, v_booking, p_visit ->> 'reference', v_customer, (p_visit ->> 'status')::booking_status,
    (p_visit ->> 'source')::booking_source, (v_arrangement ->> 'startsAt')::timestamptz,
    (v_arrangement ->> 'endsAt')::timestamptz, (v_arrangement ->> 'priceCents')::integer, p_visit ->> 'currency',
    p_visit ->> 'name', p_visit ->> 'email', p_visit ->> 'phone', p_visit ->> 'guestName', p_visit ->> 'note',
    p_visit ->> 'locale', p_now, p_now);
  PERFORM write_visit(p_salon, v_booking, v_arrangement, v_claims);

  INSERT INTO idempotency (salon_id, target_id, key, request_hash, booking_id, answer, created_at)
  VALUES (p_salon, p_salon, p_key, p_hash, v_booking, v_arrangement ->> 'answer', p_now);
  IF p_visit ? 'outboxId' THEN
    INSERT INTO outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at)
    VALUES (p_salon, (p_visit ->> 'outboxId')::uuid, 'booking_created', v_booking, 0, p_visit ->> 'requestId', p_now);
  END IF;

  outcome := 'booked';
  answer := v_arrangement ->> 'answer';
  booking_id := v_booking;
  token_version := 1;
END $$;
