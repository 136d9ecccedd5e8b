-- A visit given to somebody else is written to her in her language, and back when that is taken back; and a visit that is there is
-- given to a card that was erased meanwhile as little as a new one is.

SET lock_timeout = '5s';

-- Makes a change of the desk. Outcomes:
--   changed           all of it stands
--   replay            this key was answered before: the change it made
--   reused            this key was used for another request
--   stale             the configuration is newer than p_version: decide again
--   not_found         a visit, a time off or the change to take back is not there (any more)
--   version_conflict  somebody changed one of them meanwhile
--   undo_expired      it can no longer be taken back: too late, done before, or its mail is on its way
-- Time that is not free and may not be overlapped raises SB002: decide again, on what is taken now.
-- Every outcome but `changed` leaves nothing behind.
-- p_change: {id, target, key, hash (hex), loginId, loginName, requestId, undoableUntil, undoes}
-- p_visits: [{id, expected, time, state, made, customer, items, wants, event, audit}]
--   expected: its version now; null: it is made by this change, and `made` says {reference, source, currency, locale}
--   time: 'keep' what it holds · 'leave' it, wants standing · 'take' the items and wants named
--   state: {status, sequence, startsAt, endsAt, priceCents, customerId, name, email, phone, guestName, note, tokenVersion,
--     cancelReason, cancelledAt, locale}; without a locale (as releases before 20261123 send it) it keeps its own
--   customer: {id, emailKey, name, email, phone, locale}, a card to be found by its key or written; else state.customerId
--   wants: [{claimantId, from, to, item, mayOverlap}]
--   event: {id, kind, notify}; null: nothing for anybody to act on
--   audit: {id, action, before, after}
-- p_time_offs: [{id, expected, staffId, kind, from, to, reason, ended, mayOverlap, known, audit}]
--   known: visits that may lie below it; another one raises SB002; null: any
CREATE OR REPLACE FUNCTION desk_change_v1(
  p_salon uuid, p_version integer, p_now timestamptz, p_change jsonb, p_visits jsonb, p_time_offs jsonb,
  OUT outcome text, OUT change_id uuid, OUT undoable_until timestamptz, OUT visits uuid[], OUT time_offs uuid[]
)
LANGUAGE plpgsql VOLATILE
SET lock_timeout = '2s' SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  v_target uuid := (p_change ->> 'target')::uuid;
  v_until timestamptz := (p_change ->> 'undoableUntil')::timestamptz;
  v_undone desk_change%ROWTYPE;
  v_visits uuid[];
  v_offs uuid[];
  v_moving uuid[];
  v_claimants uuid[];
  v_ranges tstzrange[];
  v_earlier jsonb;
  v_events uuid[] := '{}';
  v_one record;
  v_row booking%ROWTYPE;
  v_customer uuid;
  v_gone boolean;
  v_locale text;
  v_strict jsonb;
  v_want record;
  v_whole boolean;
BEGIN
  PERFORM lock_key(p_salon, v_target, p_change ->> 'key');
  SELECT CASE WHEN d.request_hash = decode(p_change ->> 'hash', 'hex') THEN 'replay' ELSE 'reused' END,
    d.id, d.undoable_until, d.visits, d.time_offs
  INTO outcome, change_id, undoable_until, visits, time_offs
  FROM desk_change d WHERE d.salon_id = p_salon AND d.target_id = v_target AND d.key = p_change ->> 'key';
  IF FOUND THEN
    RETURN;
  END IF;

  -- Those at one salon's desk take turns. Visits that lie below one sick leave would else, when several are
  -- moved away at once, each hold what the next one waits for: a second of waiting for every deadlock.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_salon::text, 3));
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_salon::text, 0));
  PERFORM FROM salon WHERE id = p_salon AND config_version = p_version;
  IF NOT FOUND THEN
    outcome := 'stale';
    RETURN;
  END IF;

  SELECT coalesce(array_agg((v ->> 'id')::uuid), '{}'),
    coalesce(array_agg((v ->> 'id')::uuid) FILTER (WHERE v ->> 'time' <> 'keep' AND v -> 'expected' <> 'null'), '{}')
  INTO v_visits, v_moving FROM jsonb_array_elements(p_visits) AS v;
  SELECT coalesce(array_agg((o ->> 'id')::uuid), '{}') INTO v_offs FROM jsonb_array_elements(p_time_offs) AS o;

  IF p_change ->> 'undoes' IS NOT NULL THEN
    SELECT * INTO v_undone FROM desk_change d
    WHERE d.salon_id = p_salon AND d.id = (p_change ->> 'undoes')::uuid FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      outcome := 'not_found';
      RETURN;
    END IF;
    -- Locked, so that no relay takes them up while we decide; one that has is waited for.
    PERFORM FROM outbox o WHERE o.salon_id = p_salon AND o.id = ANY (v_undone.events) ORDER BY o.id FOR UPDATE;
    PERFORM FROM outbox o WHERE o.salon_id = p_salon AND o.id = ANY (v_undone.events) AND o.taken_at IS NOT NULL;
    IF FOUND OR v_undone.undone_at IS NOT NULL OR v_undone.undoable_until <= p_now OR v_undone.earlier IS NULL THEN
      outcome := 'undo_expired';
      RETURN;
    END IF;
  END IF;

  -- All that is touched: where they are now, and where they want to be.
  SELECT array_agg(r.claimant_id), array_agg(r.during) INTO v_claimants, v_ranges FROM (
    SELECT w.claimant_id, w.during FROM booking_want w WHERE w.salon_id = p_salon AND w.booking_id = ANY (v_moving)
    UNION ALL
    SELECT w."claimantId", tstzrange(w."from", w."to") FROM jsonb_array_elements(p_visits) AS v
    CROSS JOIN LATERAL jsonb_to_recordset(coalesce(nullif(v -> 'wants', 'null'), '[]'))
      AS w ("claimantId" uuid, "from" timestamptz, "to" timestamptz)
    UNION ALL
    SELECT t.staff_id, tstzrange(t.starts_at, t.ends_at) FROM time_off t WHERE t.salon_id = p_salon AND t.id = ANY (v_offs)
    UNION ALL
    SELECT o."staffId", tstzrange(o."from", o."to")
    FROM jsonb_to_recordset(p_time_offs) AS o ("staffId" uuid, "from" timestamptz, "to" timestamptz)
  ) AS r;
  PERFORM lock_day(p_salon, v_visits, v_offs, v_claimants, v_ranges);

  FOR v_one IN
    SELECT v.id, v.expected, b.version AS now FROM jsonb_to_recordset(p_visits) AS v (id uuid, expected integer)
    LEFT JOIN booking b ON b.salon_id = p_salon AND b.id = v.id
    UNION ALL
    SELECT o.id, o.expected, t.version FROM jsonb_to_recordset(p_time_offs) AS o (id uuid, expected integer)
    LEFT JOIN time_off t ON t.salon_id = p_salon AND t.id = o.id
  LOOP
    IF v_one.expected IS NOT NULL AND v_one.now IS NULL THEN
      outcome := 'not_found';
      RETURN;
    ELSIF v_one.expected IS DISTINCT FROM v_one.now THEN
      outcome := 'version_conflict';
      RETURN;
    END IF;
  END LOOP;

  SELECT jsonb_build_object(
    'visits', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'version', coalesce(v.expected, 0) + 1,
        'was', visit_as_is(p_salon, v.id))), '[]')
      FROM jsonb_to_recordset(p_visits) AS v (id uuid, expected integer)
    ),
    'timeOffs', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'version', coalesce(o.expected, 0) + 1, 'was', to_jsonb(t))), '[]')
      FROM jsonb_to_recordset(p_time_offs) AS o (id uuid, expected integer)
      LEFT JOIN time_off t ON t.salon_id = p_salon AND t.id = o.id
    )
  ) INTO v_earlier;

  SELECT l.claimants, l.ranges INTO v_claimants, v_ranges FROM let_go(p_salon, v_moving, v_offs) AS l;

  FOR v_one IN
    SELECT v.*, s.* FROM jsonb_to_recordset(p_visits) AS v (
      id uuid, expected integer, time text, state jsonb, made jsonb, customer jsonb, items jsonb, wants jsonb, event jsonb, audit jsonb
    )
    CROSS JOIN LATERAL jsonb_to_record(v.state) AS s (
      status booking_status, sequence integer, "startsAt" timestamptz, "endsAt" timestamptz, "priceCents" integer,
      "customerId" uuid, name text, email text, phone text, "guestName" text, note text, "tokenVersion" integer,
      "cancelReason" text, "cancelledAt" timestamptz, locale text
    )
  LOOP
    -- A card may have become part of another one, or have been erased, since it was looked at. What is known of somebody
    -- erased is written nowhere: neither into a new visit, nor into one that was somebody else's.
    v_customer := NULL;
    v_locale := NULL;
    SELECT c.id, c.erased_at IS NOT NULL INTO v_customer, v_gone FROM customer c
    WHERE c.salon_id = p_salon AND c.id = v_one."customerId" FOR KEY SHARE;
    IF v_gone AND NOT EXISTS (
      SELECT FROM booking b WHERE b.salon_id = p_salon AND b.id = v_one.id AND b.customer_id = v_one."customerId"
    ) THEN
      RAISE EXCEPTION 'taken' USING ERRCODE = 'SB002';
    END IF;
    IF v_one.customer <> 'null' THEN
      INSERT INTO customer (salon_id, id, email_key, name, email, phone, locale, created_at)
      SELECT p_salon, c.id, c."emailKey", c.name, c.email, c.phone, c.locale, p_now
      FROM jsonb_to_record(v_one.customer) AS c (id uuid, "emailKey" text, name text, email text, phone text, locale text)
      ON CONFLICT DO NOTHING RETURNING id INTO v_customer;
      IF v_customer IS NULL THEN
        SELECT c.id, c.locale INTO v_customer, v_locale FROM customer c
        WHERE c.salon_id = p_salon AND c.email_key = v_one.customer ->> 'emailKey';
      END IF;
    END IF;
    -- Of a card that was merged into another, the other; and it stays where it is until this is committed.
    v_customer := standing_card(p_salon, v_customer);
    IF v_one.expected IS NULL THEN
      INSERT INTO booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
        name, email, phone, guest_name, note, locale, created_at, updated_at)
      VALUES (p_salon, v_one.id, v_one.made ->> 'reference', v_customer, v_one.status,
        (v_one.made ->> 'source')::booking_source, v_one."startsAt", v_one."endsAt", v_one."priceCents",
        v_one.made ->> 'currency', v_one.name, v_one.email, v_one.phone, v_one."guestName", v_one.note,
        coalesce(v_locale, v_one.made ->> 'locale'), p_now, p_now);
    ELSE
      UPDATE booking b SET version = b.version + 1, sequence = v_one.sequence, status = v_one.status, customer_id = v_customer,
        starts_at = v_one."startsAt", ends_at = v_one."endsAt", price_cents = v_one."priceCents", name = v_one.name,
        email = v_one.email, phone = v_one.phone, guest_name = v_one."guestName", note = v_one.note,
        token_version = v_one."tokenVersion", cancel_reason = v_one."cancelReason", cancelled_at = v_one."cancelledAt",
        locale = coalesce(v_locale, v_one.locale, b.locale), updated_at = p_now
      WHERE b.salon_id = p_salon AND b.id = v_one.id;
    END IF;
    IF v_one.time = 'take' THEN
      DELETE FROM booking_item i WHERE i.salon_id = p_salon AND i.booking_id = v_one.id;
      DELETE FROM booking_want w WHERE w.salon_id = p_salon AND w.booking_id = v_one.id;
      PERFORM write_visit(p_salon, v_one.id, jsonb_build_object('items', v_one.items), v_one.wants);
    END IF;
    IF v_one.event <> 'null' THEN
      -- Whoever was to hear of a change before this one, and has not yet, hears of this one instead.
      INSERT INTO outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at, not_before, actor, notify)
      SELECT p_salon, e.id, e.kind, v_one.id, v_one.sequence, p_change ->> 'requestId', p_now, v_until, 'member',
        e.notify OR v_undone.id IS NULL AND EXISTS (
          SELECT FROM outbox o WHERE o.salon_id = p_salon AND o.booking_id = v_one.id AND o.taken_at IS NULL
            AND o.not_before IS NOT NULL AND o.notify
        )
      FROM jsonb_to_record(v_one.event) AS e (id uuid, kind text, notify boolean);
      v_events := v_events || (v_one.event ->> 'id')::uuid;
    END IF;
    INSERT INTO audit_entry (salon_id, id, at, actor, login_id, actor_name, action, subject_kind, subject_id, version, before,
      after, request_id)
    VALUES (p_salon, (v_one.audit ->> 'id')::uuid, p_now, 'member', (p_change ->> 'loginId')::uuid, p_change ->> 'loginName',
      v_one.audit ->> 'action', 'visit', v_one.id, coalesce(v_one.expected, 0) + 1, nullif(v_one.audit -> 'before', 'null'),
      nullif(v_one.audit -> 'after', 'null'), p_change ->> 'requestId');
  END LOOP;

  FOR v_one IN
    SELECT * FROM jsonb_to_recordset(p_time_offs) AS o (
      id uuid, expected integer, "staffId" uuid, kind time_off_kind, "from" timestamptz, "to" timestamptz, reason text,
      ended boolean, audit jsonb
    )
  LOOP
    IF v_one.expected IS NULL THEN
      INSERT INTO time_off (salon_id, id, staff_id, kind, starts_at, ends_at, reason, created_at)
      VALUES (p_salon, v_one.id, v_one."staffId", v_one.kind, v_one."from", v_one."to", v_one.reason, p_now);
    ELSE
      UPDATE time_off t SET version = t.version + 1, staff_id = v_one."staffId", kind = v_one.kind, starts_at = v_one."from",
        ends_at = v_one."to", reason = v_one.reason, ended_at = CASE WHEN v_one.ended THEN coalesce(t.ended_at, p_now) END
      WHERE t.salon_id = p_salon AND t.id = v_one.id;
    END IF;
    INSERT INTO audit_entry (salon_id, id, at, actor, login_id, actor_name, action, subject_kind, subject_id, version, before,
      after, request_id)
    VALUES (p_salon, (v_one.audit ->> 'id')::uuid, p_now, 'member', (p_change ->> 'loginId')::uuid, p_change ->> 'loginName',
      v_one.audit ->> 'action', 'time_off', v_one.id, coalesce(v_one.expected, 0) + 1, nullif(v_one.audit -> 'before', 'null'),
      nullif(v_one.audit -> 'after', 'null'), p_change ->> 'requestId');
  END LOOP;

  -- First what must be whole, then what may lie over others, and last the time off, which takes what is left.
  FOR v_one IN
    SELECT (v ->> 'id')::uuid AS id, v -> 'wants' AS wants FROM jsonb_array_elements(p_visits) WITH ORDINALITY AS a (v, n)
    WHERE v ->> 'time' = 'take' AND is_live((v -> 'state' ->> 'status')::booking_status) ORDER BY n
  LOOP
    SELECT coalesce(jsonb_agg(w), '[]') INTO v_strict FROM jsonb_array_elements(v_one.wants) AS w
    WHERE NOT (w ->> 'mayOverlap')::boolean;
    PERFORM FROM jsonb_to_recordset(v_strict) AS w ("claimantId" uuid, "from" timestamptz, "to" timestamptz)
    JOIN claim c ON c.salon_id = p_salon AND c.claimant_id = w."claimantId" AND c.during && tstzrange(w."from", w."to");
    IF FOUND THEN
      RAISE EXCEPTION 'taken' USING ERRCODE = 'SB002';
    END IF;
    PERFORM claim_all(p_salon, v_one.id, v_strict);
  END LOOP;
  FOR v_want IN
    SELECT (a.v ->> 'id')::uuid AS id, (w.n - 1)::integer AS position, (w.w ->> 'claimantId')::uuid AS claimant_id,
      tstzrange((w.w ->> 'from')::timestamptz, (w.w ->> 'to')::timestamptz) AS during
    FROM jsonb_array_elements(p_visits) WITH ORDINALITY AS a (v, n)
    CROSS JOIN LATERAL jsonb_array_elements(a.v -> 'wants') WITH ORDINALITY AS w (w, n)
    WHERE a.v ->> 'time' = 'take' AND is_live((a.v -> 'state' ->> 'status')::booking_status)
      AND (w.w ->> 'mayOverlap')::boolean
    ORDER BY a.n, claimant_id, during
  LOOP
    v_whole := claim_free_pieces(p_salon, v_want.claimant_id, v_want.during, v_want.id, NULL);
    UPDATE booking_want SET overlaid = NOT v_whole
    WHERE salon_id = p_salon AND booking_id = v_want.id AND position = v_want.position AND overlaid = v_whole;
  END LOOP;
  FOR v_one IN
    SELECT * FROM jsonb_to_recordset(p_time_offs) AS o (
      id uuid, "staffId" uuid, "from" timestamptz, "to" timestamptz, ended boolean, "mayOverlap" boolean, known uuid[]
    ) WHERE NOT o.ended
  LOOP
    v_whole := claim_free_pieces(p_salon, v_one."staffId", tstzrange(v_one."from", v_one."to"), NULL, v_one.id);
    IF NOT v_whole AND NOT v_one."mayOverlap" THEN
      RAISE EXCEPTION 'taken' USING ERRCODE = 'SB002';
    END IF;
    PERFORM FROM claim c WHERE c.salon_id = p_salon AND c.claimant_id = v_one."staffId"
      AND c.during && tstzrange(v_one."from", v_one."to") AND c.booking_id IS NOT NULL AND c.booking_id <> ALL (v_one.known);
    IF FOUND THEN
      RAISE EXCEPTION 'taken' USING ERRCODE = 'SB002';
    END IF;
    UPDATE time_off SET overlaid = true WHERE salon_id = p_salon AND id = v_one.id AND NOT v_whole;
  END LOOP;
  PERFORM pass_on(p_salon, v_claimants, v_ranges);

  IF v_undone.id IS NULL THEN
    -- Should this change be taken back, what was to be told before it is still to be told.
    UPDATE outbox o SET not_before = v_until
    WHERE o.salon_id = p_salon AND o.booking_id = ANY (v_visits) AND o.taken_at IS NULL AND o.not_before IS NOT NULL
      AND o.not_before < v_until;
  ELSE
    UPDATE outbox o SET taken_at = p_now WHERE o.salon_id = p_salon AND o.id = ANY (v_undone.events);
    UPDATE desk_change d SET undone_at = p_now WHERE d.salon_id = p_salon AND d.id = v_undone.id;
    -- What was not sent because the visit had moved on holds again, now that it has not.
    UPDATE message m SET state = 'due', drop_reason = NULL
    FROM booking b
    WHERE b.salon_id = p_salon AND b.id = ANY (v_visits) AND m.salon_id = p_salon AND m.booking_id = b.id
      AND m.sequence = b.sequence AND m.state = 'dropped' AND m.drop_reason = 'moved_on';
  END IF;

  INSERT INTO desk_change (salon_id, id, target_id, key, request_hash, login_id, at, undoable_until, visits, time_offs, events,
    earlier)
  VALUES (p_salon, (p_change ->> 'id')::uuid, v_target, p_change ->> 'key', decode(p_change ->> 'hash', 'hex'),
    (p_change ->> 'loginId')::uuid, p_now, v_until, v_visits, v_offs, v_events, v_earlier);
  outcome := 'changed';
  change_id := (p_change ->> 'id')::uuid;
  undoable_until := v_until;
  visits := v_visits;
  time_offs := v_offs;
END $$;
