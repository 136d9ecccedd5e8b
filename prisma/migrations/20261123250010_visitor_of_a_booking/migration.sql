-- book_v1 and book_together_v1 keep the visitor with the event, where the call names one: p_visit may hold `visitor`. Else they are
-- what they were; an API of the release before names none, and of this one only who consented is named.
SET lock_timeout = '5s';

CREATE OR REPLACE FUNCTION book_v1(
  p_salon uuid, p_version integer, p_key text, p_hash bytea, p_now timestamptz, p_day tstzrange,
  p_visit jsonb, p_arrangements jsonb,
  OUT outcome text, OUT answer text, OUT booking_id uuid, OUT token_version integer
)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '2s' SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  v_arrangement jsonb;
  v_claims jsonb;
  v_booking uuid := (p_visit ->> 'id')::uuid;
  v_customer uuid;
  v_refused boolean;
  v_winner uuid;
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
    SELECT c.id, c.blocked_at IS NOT NULL, c.merged_into INTO v_customer, v_refused, v_winner FROM customer c
    WHERE c.salon_id = p_salon AND c.email_key = p_visit ->> 'emailKey' FOR NO KEY UPDATE;
    IF FOUND THEN
      IF v_winner IS NOT NULL THEN
        SELECT c.id, c.blocked_at IS NOT NULL INTO v_customer, v_refused FROM customer c
        WHERE c.salon_id = p_salon AND c.id = v_winner FOR NO KEY UPDATE;
      END IF;
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
    INSERT INTO outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at, visitor)
    VALUES (p_salon, (p_visit ->> 'outboxId')::uuid, 'booking_created', v_booking, 0, p_visit ->> 'requestId', p_now,
      (p_visit ->> 'visitor')::uuid);
  END IF;

  outcome := 'booked';
  answer := v_arrangement ->> 'answer';
  booking_id := v_booking;
  token_version := 1;
END $$;

CREATE OR REPLACE FUNCTION book_together_v1(p_calls jsonb)
RETURNS TABLE (call integer, outcome text, answer text, booking_id uuid, token_version integer)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '100ms' SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  v_locked integer[];
  v_known integer[];
  v_customers uuid[];
  v_plain integer[];
  v_holders uuid[];
  v_arrangements jsonb[];
  v_claims jsonb[];
  v_booked integer[];
  v_partly integer[];
BEGIN
  -- The lock of the e-mail is among calls of this function only: two first bookings of one customer
  -- in two statements would both write her card, and one statement would be undone.
  SELECT array_agg(c.call) INTO v_locked
  FROM (
    SELECT (l.n - 1)::integer AS call, l."salonId", l.key, l.visit,
      row_number() OVER (PARTITION BY l."salonId", l.key ORDER BY l.n) AS of_key,
      row_number() OVER (PARTITION BY l."salonId", l.visit -> 'emailKey' ORDER BY l.n) AS of_customer
    FROM ROWS FROM (jsonb_to_recordset(p_calls) AS ("salonId" uuid, key text, visit jsonb))
      WITH ORDINALITY AS l ("salonId", key, visit, n)
  ) AS c
  WHERE c.of_key = 1 AND c.of_customer = 1
    AND pg_try_advisory_xact_lock(hashtextextended(c."salonId"::text || (c.visit ->> 'emailKey'), 2))
    AND try_lock_key(c."salonId", c."salonId", c.key)
    AND pg_try_advisory_xact_lock_shared(hashtextextended(c."salonId"::text, 0));

  -- The row lock makes bookings of one customer follow each other, so that the limit is exact.
  SELECT array_agg(found.call), array_agg(found.id) INTO v_known, v_customers
  FROM (
    SELECT l.call, cu.id
    FROM unnest(v_locked) AS l (call)
    CROSS JOIN LATERAL jsonb_to_record(p_calls -> l.call) AS c ("salonId" uuid, visit jsonb)
    JOIN customer cu ON cu.salon_id = c."salonId" AND cu.email_key = c.visit ->> 'emailKey'
    WHERE cu.blocked_at IS NULL AND cu.merged_into IS NULL
    FOR NO KEY UPDATE OF cu SKIP LOCKED
  ) AS found;

  -- After the locks, so as committed now: what is plain, and of its arrangements the one that
  -- choose_arrangement would choose.
  WITH plain AS MATERIALIZED (
    SELECT l.call, known.id AS holder, c."salonId", c.day, c.arrangements
    FROM unnest(v_locked) AS l (call)
    CROSS JOIN LATERAL jsonb_to_record(p_calls -> l.call) AS c (
      "salonId" uuid, version integer, key text, now timestamptz, day tstzrange, visit jsonb, arrangements jsonb
    )
    LEFT JOIN unnest(v_known, v_customers) AS known (call, id) ON known.call = l.call
    WHERE (SELECT s.config_version = c.version FROM salon s WHERE s.id = c."salonId")
      AND NOT EXISTS (
        SELECT FROM idempotency i WHERE i.salon_id = c."salonId" AND i.target_id = c."salonId" AND i.key = c.key
      )
      AND CASE WHEN known.id IS NULL THEN NOT EXISTS (
        SELECT FROM customer cu WHERE cu.salon_id = c."salonId" AND cu.email_key = c.visit ->> 'emailKey'
      ) ELSE (
        SELECT (count(*) >= (c.visit ->> 'maxOpen')::integer) IS NOT TRUE FROM booking b
        WHERE b.salon_id = c."salonId" AND b.customer_id = known.id
          AND b.status IN ('requested', 'confirmed') AND b.starts_at > c.now
      ) END
  ), chosen AS (
    SELECT DISTINCT ON (p.call) p.call, a.way, a.way -> 'staffClaims' || station.claims AS claims
    FROM plain p
    CROSS JOIN LATERAL jsonb_array_elements(p.arrangements) WITH ORDINALITY AS a (way, n)
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('claimantId', free.id, 'from', need."from", 'to', need."to")), '[]') AS claims,
        count(*) = count(free.id) AS found
      FROM jsonb_to_recordset(a.way -> 'stations') AS need ("from" timestamptz, "to" timestamptz, ids uuid[])
      LEFT JOIN LATERAL (
        SELECT s.id FROM unnest(need.ids) WITH ORDINALITY AS s (id, n)
        WHERE NOT EXISTS (
          SELECT FROM (
            SELECT k.salon_id, k.claimant_id, k.during FROM claim k
            WHERE (k.salon_id, k.claimant_id, k.starts_at) < (p."salonId", s.id, need."to")
            ORDER BY k.salon_id DESC, k.claimant_id DESC, k.starts_at DESC LIMIT 1
          ) AS last
          WHERE last.salon_id = p."salonId" AND last.claimant_id = s.id AND upper(last.during) > need."from"
        )
        ORDER BY s.n LIMIT 1
      ) AS free ON true
    ) AS station
    WHERE station.found AND NOT EXISTS (
      SELECT FROM jsonb_to_recordset(a.way -> 'staffClaims') AS c ("claimantId" uuid, "from" timestamptz, "to" timestamptz)
      CROSS JOIN LATERAL (
        SELECT k.salon_id, k.claimant_id, k.during FROM claim k
        WHERE (k.salon_id, k.claimant_id, k.starts_at) < (p."salonId", c."claimantId", c."to")
        ORDER BY k.salon_id DESC, k.claimant_id DESC, k.starts_at DESC LIMIT 1
      ) AS last
      WHERE last.salon_id = p."salonId" AND last.claimant_id = c."claimantId" AND upper(last.during) > c."from"
    )
    ORDER BY p.call, (a.way ->> 'rank')::integer, CASE WHEN jsonb_array_length(p.arrangements) > 1 THEN (
      SELECT sum((
        SELECT sum(upper(k.during) - lower(k.during)) FROM claim k
        WHERE (k.salon_id, k.claimant_id, k.starts_at) >= (p."salonId", (i ->> 'staffId')::uuid, lower(p.day))
          AND (k.salon_id, k.claimant_id, k.starts_at) < (p."salonId", (i ->> 'staffId')::uuid, upper(p.day))
          AND k.booking_id IS NOT NULL
      )) FROM jsonb_array_elements(a.way -> 'items') AS i
    ) END NULLS FIRST, a.n
  )
  SELECT array_agg(p.call), array_agg(p.holder), array_agg(chosen.way), array_agg(chosen.claims)
  INTO v_plain, v_holders, v_arrangements, v_claims
  FROM plain p LEFT JOIN chosen USING (call);

  RETURN QUERY
  SELECT p.call, 'taken', NULL::text, NULL::uuid, NULL::integer
  FROM unnest(v_plain, v_claims) AS p (call, claims) WHERE p.claims IS NULL;

  -- Sorted, and waiting for neighbours by ON CONFLICT, as in claim_all; among these who came first.
  WITH wanted AS MATERIALIZED (
    SELECT p.call, c."salonId", (c.visit ->> 'id')::uuid AS id, k."claimantId", tstzrange(k."from", k."to") AS during
    FROM unnest(v_plain, v_claims) AS p (call, claims)
    CROSS JOIN LATERAL jsonb_to_record(p_calls -> p.call) AS c ("salonId" uuid, visit jsonb)
    CROSS JOIN LATERAL jsonb_to_recordset(p.claims) AS k ("claimantId" uuid, "from" timestamptz, "to" timestamptz)
  ), claimed AS (
    INSERT INTO claim (salon_id, claimant_id, starts_at, during, booking_id)
    SELECT "salonId", "claimantId", lower(during), during, id FROM wanted ORDER BY "salonId", "claimantId", during, call
    ON CONFLICT DO NOTHING RETURNING booking_id
  )
  SELECT array_agg(w.call) FILTER (WHERE w.held = w.claims), array_agg(w.call) FILTER (WHERE w.held BETWEEN 1 AND w.claims - 1)
  INTO v_booked, v_partly
  FROM (
    SELECT w.call, count(*) AS claims, (SELECT count(*) FROM claimed c WHERE c.booking_id = w.id) AS held
    FROM wanted w GROUP BY w.call, w.id
  ) AS w;

  -- Who got a person but not the chair gives the person back.
  IF v_partly IS NOT NULL THEN
    DELETE FROM claim k
    USING unnest(v_plain, v_claims) AS p (call, claims)
      CROSS JOIN LATERAL jsonb_to_record(p_calls -> p.call) AS c ("salonId" uuid, visit jsonb)
      CROSS JOIN LATERAL jsonb_to_recordset(p.claims) AS w ("claimantId" uuid, "from" timestamptz)
    WHERE p.call = ANY (v_partly) AND k.salon_id = c."salonId" AND k.claimant_id = w."claimantId" AND k.starts_at = w."from"
      AND k.booking_id = (c.visit ->> 'id')::uuid;
  END IF;

  RETURN QUERY
  WITH visit AS MATERIALIZED (
    SELECT p.call, c."salonId" AS salon_id, c.key, c.hash, c.now, coalesce(p.holder, v."customerId") AS customer_id,
      p.holder IS NULL AS newcomer, v.*, a.*, p.claims
    FROM unnest(v_plain, v_holders, v_arrangements, v_claims) AS p (call, holder, arrangement, claims)
    CROSS JOIN LATERAL jsonb_to_record(p_calls -> p.call) AS c ("salonId" uuid, key text, hash text, now timestamptz, visit jsonb)
    CROSS JOIN LATERAL jsonb_to_record(c.visit) AS v (
      id uuid, reference text, "customerId" uuid, "emailKey" text, status booking_status, source booking_source, currency text,
      name text, email text, phone text, "guestName" text, note text, locale text, "outboxId" uuid, "requestId" text,
      visitor uuid
    )
    CROSS JOIN LATERAL jsonb_to_record(p.arrangement) AS a (
      "startsAt" timestamptz, "endsAt" timestamptz, "priceCents" integer, answer text, items jsonb
    )
    WHERE p.call = ANY (v_booked)
  ), newcomer AS (
    -- No ON CONFLICT: somebody else has just written this customer, and that is a matter for book_v1.
    INSERT INTO customer (salon_id, id, email_key, name, email, phone, locale, created_at)
    SELECT salon_id, customer_id, "emailKey", name, email, phone, locale, now FROM visit WHERE newcomer
    ORDER BY salon_id, "emailKey"
  ), booked AS (
    INSERT INTO booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
      name, email, phone, guest_name, note, locale, created_at, updated_at)
    SELECT salon_id, id, reference, customer_id, status, source, "startsAt", "endsAt", "priceCents", currency,
      name, email, phone, "guestName", note, locale, now, now FROM visit
  ), item AS (
    INSERT INTO booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
      ends_at, price_cents)
    SELECT visit.salon_id, visit.id, (i.n - 1)::integer, i."serviceId", i.service, i."staffId", i.staff, i."startsAt",
      i."endsAt", i."priceCents"
    FROM visit, ROWS FROM (jsonb_to_recordset(visit.items) AS (
      "serviceId" uuid, service text, "staffId" uuid, staff text, "startsAt" timestamptz, "endsAt" timestamptz, "priceCents" integer
    )) WITH ORDINALITY AS i ("serviceId", service, "staffId", staff, "startsAt", "endsAt", "priceCents", n)
  ), want AS (
    INSERT INTO booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
    SELECT visit.salon_id, visit.id, (k.n - 1)::integer, k."claimantId", tstzrange(k."from", k."to"), k.item
    FROM visit, ROWS FROM (jsonb_to_recordset(visit.claims) AS (
      "claimantId" uuid, "from" timestamptz, "to" timestamptz, item integer
    )) WITH ORDINALITY AS k ("claimantId", "from", "to", item, n)
  ), keyed AS (
    INSERT INTO idempotency (salon_id, target_id, key, request_hash, booking_id, answer, created_at)
    SELECT salon_id, salon_id, key, decode(hash, 'hex'), id, answer, now FROM visit
  ), announced AS (
    INSERT INTO outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at, visitor)
    SELECT salon_id, "outboxId", 'booking_created', id, 0, "requestId", now, visitor FROM visit WHERE "outboxId" IS NOT NULL
  )
  SELECT visit.call, 'booked', visit.answer, visit.id, 1 FROM visit;
END $$;
