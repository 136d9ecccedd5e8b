-- A change of the desk locks visits, then the cards they are given to; who merges or erases locks cards, then their visits. Both
-- at once each waited for the other until PostgreSQL broke one of them off.

SET lock_timeout = '5s';

-- Outcomes: merged, not_found (one of them is not there, erased, or merged already), version_conflict.
-- p_result: {name, email, emailKey, phone, notes, allergies}, as the card shall read. Its address is one
--   of the two; the other one stays with the signpost.
-- p_doer: {loginId, name, requestId}
CREATE OR REPLACE FUNCTION merge_customers_v1(
  p_salon uuid, p_keeps uuid, p_goes uuid, p_keeps_version integer, p_goes_version integer, p_result jsonb, p_doer jsonb,
  p_now timestamptz
) RETURNS text
LANGUAGE plpgsql VOLATILE SET lock_timeout = '2s' SET enable_seqscan = off AS $$
DECLARE
  v_keeps customer%ROWTYPE;
  v_goes customer%ROWTYPE;
  v_visits integer;
BEGIN
  -- In turn with what else the desk does: it locks visits before cards, and this does not.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_salon::text, 3));
  -- Signposts before cards, as book_v1 does.
  PERFORM FROM customer WHERE salon_id = p_salon AND merged_into IN (p_keeps, p_goes) ORDER BY id FOR UPDATE;
  PERFORM FROM customer WHERE salon_id = p_salon AND id IN (p_keeps, p_goes) ORDER BY id FOR UPDATE;
  SELECT * INTO v_keeps FROM customer WHERE salon_id = p_salon AND id = p_keeps AND erased_at IS NULL AND merged_into IS NULL;
  SELECT * INTO v_goes FROM customer WHERE salon_id = p_salon AND id = p_goes AND erased_at IS NULL AND merged_into IS NULL;
  IF v_keeps.id IS NULL OR v_goes.id IS NULL OR p_keeps = p_goes THEN
    RETURN 'not_found';
  END IF;
  IF v_keeps.version <> p_keeps_version OR v_goes.version <> p_goes_version THEN
    RETURN 'version_conflict';
  END IF;

  PERFORM FROM booking WHERE salon_id = p_salon AND customer_id = p_goes ORDER BY id FOR NO KEY UPDATE;
  WITH moved AS (
    UPDATE booking SET customer_id = p_keeps, version = version + 1, updated_at = p_now
    WHERE salon_id = p_salon AND customer_id = p_goes RETURNING id, version
  )
  INSERT INTO audit_entry (salon_id, id, at, actor, login_id, actor_name, action, subject_kind, subject_id, version, before,
    after, request_id)
  SELECT p_salon, gen_random_uuid(), p_now, 'member', (p_doer ->> 'loginId')::uuid, p_doer ->> 'name', 'visit.customer_merged',
    'visit', id, version, jsonb_build_object('customerId', p_goes), jsonb_build_object('customerId', p_keeps),
    p_doer ->> 'requestId'
  FROM moved;
  GET DIAGNOSTICS v_visits = ROW_COUNT;
  UPDATE customer_formula SET customer_id = p_keeps WHERE salon_id = p_salon AND customer_id = p_goes;
  UPDATE customer SET merged_into = p_keeps WHERE salon_id = p_salon AND merged_into = p_goes;

  -- An address belongs to one card at any moment.
  UPDATE customer SET email_key = NULL WHERE salon_id = p_salon AND id = p_goes;
  UPDATE customer SET name = p_result ->> 'name', email = p_result ->> 'email', email_key = p_result ->> 'emailKey',
    phone = p_result ->> 'phone', notes = p_result ->> 'notes', allergies = p_result ->> 'allergies',
    blocked_at = least(v_keeps.blocked_at, v_goes.blocked_at), blocked_reason = coalesce(v_keeps.blocked_reason, v_goes.blocked_reason),
    created_at = least(v_keeps.created_at, v_goes.created_at), version = version + 1, search_text = NULL
  WHERE salon_id = p_salon AND id = p_keeps;
  UPDATE customer SET name = '', email = NULL, phone = NULL, notes = NULL, allergies = NULL, blocked_at = NULL,
    blocked_reason = NULL, version = version + 1, search_text = NULL, merged_into = p_keeps,
    email_key = CASE WHEN v_goes.email_key IS NOT DISTINCT FROM p_result ->> 'emailKey' THEN v_keeps.email_key ELSE v_goes.email_key END
  WHERE salon_id = p_salon AND id = p_goes;

  INSERT INTO audit_entry (salon_id, id, at, actor, login_id, actor_name, action, subject_kind, subject_id, before, after, request_id)
  SELECT p_salon, gen_random_uuid(), p_now, 'member', (p_doer ->> 'loginId')::uuid, p_doer ->> 'name', 'customer.merged',
    'customer', p_keeps, jsonb_build_object('keeps', card_as_is(v_keeps), 'goes', card_as_is(v_goes)),
    jsonb_build_object('name', p_result -> 'name', 'email', p_result -> 'email', 'phone', p_result -> 'phone',
      'notes', p_result -> 'notes', 'allergies', p_result -> 'allergies', 'visits', v_visits), p_doer ->> 'requestId';
  RETURN 'merged';
END $$;

-- Outcomes: erased, not_found, version_conflict, in_use (visits are ahead, and not to be cancelled).
-- p_doer: {loginId, name, requestId}
CREATE OR REPLACE FUNCTION erase_customer_v1(
  p_salon uuid, p_customer uuid, p_version integer, p_cancel_future boolean, p_doer jsonb, p_now timestamptz,
  OUT outcome text, OUT visits integer, OUT cancelled integer
)
LANGUAGE plpgsql VOLATILE SET lock_timeout = '2s' SET enable_seqscan = off AS $$
DECLARE
  v_version integer;
  v_cards uuid[];
  v_visits uuid[];
  v_once uuid[];
  v_ahead uuid[];
  v_one uuid;
  v_addresses text[];
BEGIN
  -- In turn with what else the desk does: it locks visits before cards, and this does not.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_salon::text, 3));
  PERFORM FROM customer WHERE salon_id = p_salon AND merged_into = p_customer ORDER BY id FOR UPDATE;
  SELECT version INTO v_version FROM customer
  WHERE salon_id = p_salon AND id = p_customer AND erased_at IS NULL AND merged_into IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    outcome := 'not_found';
    RETURN;
  END IF;
  IF v_version <> p_version THEN
    outcome := 'version_conflict';
    RETURN;
  END IF;

  -- Nobody can book with her card while it is locked, so no visit comes to be hers; but one may be somebody else's, or be
  -- cancelled, by the time we have its lock. So what is hers is read when all of it is locked.
  FOR v_one IN
    SELECT b.id FROM booking b WHERE b.salon_id = p_salon AND b.customer_id = p_customer
      AND b.status IN ('requested', 'confirmed', 'arrived') AND b.ends_at > p_now ORDER BY b.id
  LOOP
    PERFORM lock_visit(p_salon, v_one);
  END LOOP;
  PERFORM FROM booking WHERE salon_id = p_salon AND customer_id = p_customer ORDER BY id FOR NO KEY UPDATE;
  SELECT coalesce(array_agg(b.id ORDER BY b.id), '{}'),
    coalesce(array_agg(b.id ORDER BY b.id) FILTER (WHERE b.status IN ('requested', 'confirmed', 'arrived') AND b.ends_at > p_now), '{}')
  INTO v_visits, v_ahead FROM booking b WHERE b.salon_id = p_salon AND b.customer_id = p_customer;
  IF cardinality(v_ahead) > 0 AND NOT p_cancel_future THEN
    outcome := 'in_use';
    RETURN;
  END IF;

  SELECT array_agg(id) INTO v_cards FROM customer WHERE salon_id = p_salon AND (id = p_customer OR merged_into = p_customer);
  -- Visits that were hers until the desk gave them to somebody else: what was kept of them then names her.
  SELECT coalesce(array_agg(DISTINCT a.subject_id), '{}') INTO v_once FROM audit_entry a
  WHERE a.salon_id = p_salon AND a.subject_kind = 'visit' AND a.before ->> 'customerId' = ANY (v_cards::text[]);
  v_once := v_once || v_visits;

  SELECT array_agg(DISTINCT known.address) INTO v_addresses FROM (
    SELECT email FROM booking WHERE salon_id = p_salon AND id = ANY (v_visits)
    UNION SELECT email FROM customer WHERE salon_id = p_salon AND id = ANY (v_cards)
    UNION SELECT email_key FROM customer WHERE salon_id = p_salon AND id = ANY (v_cards)
  ) AS known (address) WHERE known.address <> '';

  WITH anonymous AS (
    UPDATE booking SET name = '', email = NULL, phone = NULL, guest_name = NULL, note = NULL, cancel_reason = NULL,
      status = CASE WHEN id = ANY (v_ahead) THEN 'cancelled' ELSE status END,
      cancelled_at = CASE WHEN id = ANY (v_ahead) THEN p_now ELSE cancelled_at END,
      sequence = sequence + (id = ANY (v_ahead))::integer, version = version + 1, updated_at = p_now
    WHERE salon_id = p_salon AND id = ANY (v_visits) RETURNING id, version
  )
  INSERT INTO audit_entry (salon_id, id, at, actor, login_id, actor_name, action, subject_kind, subject_id, version, request_id)
  SELECT p_salon, gen_random_uuid(), p_now, 'member', (p_doer ->> 'loginId')::uuid, p_doer ->> 'name',
    CASE WHEN id = ANY (v_ahead) THEN 'visit.cancelled' ELSE 'visit.erased' END, 'visit', id, version, p_doer ->> 'requestId'
  FROM anonymous;
  -- Dead before their time passes on.
  FOREACH v_one IN ARRAY v_ahead LOOP
    PERFORM release_time(p_salon, v_one, NULL, NULL);
  END LOOP;

  -- A replay of her key says that she was erased.
  UPDATE idempotency SET answer = NULL WHERE salon_id = p_salon AND target_id = p_salon AND booking_id = ANY (v_once);
  UPDATE idempotency SET answer = NULL WHERE salon_id = p_salon AND target_id = ANY (v_once);

  -- What she was cannot come back by taking a change back.
  UPDATE desk_change d SET earlier = NULL WHERE d.salon_id = p_salon AND d.visits && v_once AND d.earlier IS NOT NULL;

  -- The ledger keeps that mails went out, not to whom; what has not gone out does not go.
  UPDATE message SET recipient = 'erased ' || id, last_error = CASE WHEN state = 'failed' THEN 'erased' END,
    drop_reason = CASE WHEN state IN ('due', 'queued') THEN 'erased' ELSE drop_reason END,
    state = CASE WHEN state IN ('due', 'queued') THEN 'dropped' ELSE state END
  WHERE salon_id = p_salon AND (booking_id = ANY (v_once) OR booking_id IS NULL AND kind = 'lost_link')
    AND (recipient = ANY (v_addresses) OR lower(recipient) = ANY (v_addresses));
  -- Mails caught instead of sent: hers, and those to the salon that name her address. There are five hundred at most.
  DELETE FROM caught_mail c USING unnest(v_addresses) AS a (address)
  WHERE c.recipient = a.address OR position(convert_to(a.address, 'UTF8') IN c.raw) > 0;

  -- The trail keeps who did what and when, not what stood on the card or in the visit.
  UPDATE audit_entry SET before = NULL, after = NULL
  WHERE salon_id = p_salon AND (before IS NOT NULL OR after IS NOT NULL) AND subject_id = ANY (v_cards);
  -- Of a visit given to somebody else, what is from before that.
  UPDATE audit_entry a SET before = without_person(a.before), after = without_person(a.after)
  WHERE a.salon_id = p_salon AND (a.before IS NOT NULL OR a.after IS NOT NULL) AND (
    a.subject_id = ANY (v_visits) OR a.subject_id = ANY (v_once) AND a.at <= (
      SELECT max(given.at) FROM audit_entry given
      WHERE given.salon_id = p_salon AND given.subject_id = a.subject_id AND given.before ->> 'customerId' = ANY (v_cards::text[])));

  DELETE FROM customer_formula WHERE salon_id = p_salon AND customer_id = p_customer;
  UPDATE customer SET name = '', email = NULL, email_key = NULL, phone = NULL, notes = NULL, allergies = NULL,
    blocked_at = NULL, blocked_reason = NULL, search_text = NULL, erased_at = p_now, version = version + 1
  WHERE salon_id = p_salon AND id = ANY (v_cards);
  INSERT INTO audit_entry (salon_id, id, at, actor, login_id, actor_name, action, subject_kind, subject_id, request_id)
  VALUES (p_salon, gen_random_uuid(), p_now, 'member', (p_doer ->> 'loginId')::uuid, p_doer ->> 'name', 'customer.erased',
    'customer', p_customer, p_doer ->> 'requestId');

  outcome := 'erased';
  visits := cardinality(v_visits);
  cancelled := cardinality(v_ahead);
END $$;
