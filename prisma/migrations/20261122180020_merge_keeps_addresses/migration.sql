-- Merged with emailOf naming the card without an address, the other one's address stood nowhere any more: null = null is
-- not true.
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
