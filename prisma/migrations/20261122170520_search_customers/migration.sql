-- Finds customers as somebody at the telephone types them: those whose words begin as typed, as spelled
-- or as heard. Only where there is nobody, those that are something like it are looked at.

SET lock_timeout = '5s';

-- Whether a staff member has served a customer or will, or her login has written the card.
CREATE FUNCTION is_customer_of(p_salon uuid, p_customer uuid, p_staff uuid, p_login uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM booking b JOIN booking_item i ON i.salon_id = b.salon_id AND i.booking_id = b.id
    WHERE b.salon_id = p_salon AND b.customer_id = p_customer AND b.status <> 'cancelled' AND i.staff_id = p_staff
  ) OR EXISTS (
    SELECT FROM audit_entry a
    WHERE a.salon_id = p_salon AND a.subject_id = p_customer AND a.action = 'customer.created' AND a.login_id = p_login
  )
$$;

-- Customers of a salon, best first: rank 0 is called so, 1 begins so, 2 has such words, 3 only sounds so.
-- Each word typed must be met. The best 200, the newest cards first, are looked at, and those seen last come first.
-- p_staff: only hers, see is_customer_of; NULL: everybody's.
--
-- The statement is made for what is typed, because a word of one letter and one of ten want different
-- plans. Everything typed goes through spelled_words, so nothing but letters, digits and blanks gets in.
CREATE FUNCTION search_customers_v1(p_salon uuid, p_typed text, p_most integer, p_staff uuid, p_login uuid)
RETURNS TABLE (id uuid, rank integer)
LANGUAGE plpgsql STABLE SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  v_spelled text := spelled_words(p_typed);
  v_digits text := telling_digits(p_typed);
  v_words text[] := (regexp_split_to_array(v_spelled, ' +'))[1:6];
  v_met text := 'true';
  v_as_spelled text := 'true';
  v_word text;
  v_sound text;
BEGIN
  -- A number is typed in any groups.
  IF p_typed ~ '^[-\d\s+()/.]*$' AND length(v_digits) >= 3 THEN
    v_words := ARRAY[v_digits];
    v_spelled := v_digits;
  END IF;

  FOREACH v_word IN ARRAY v_words LOOP
    v_sound := sounding_words(v_word);
    v_as_spelled := v_as_spelled || format(' AND c.search_text LIKE %L', '% ' || v_word || '%');
    v_met := v_met || CASE
      -- Anywhere in a number, and with its country or without.
      WHEN v_word ~ '^\d{3,}$' THEN format(' AND (c.search_text LIKE %L OR c.search_text LIKE %L)',
        '%' || telling_digits(v_word) || '%', '%' || regexp_replace(telling_digits(v_word), '^4[139]0?', '') || '%')
      WHEN v_sound = v_word THEN format(' AND c.search_text LIKE %L', '% ' || v_word || '%')
      ELSE format(' AND (c.search_text LIKE %L OR c.search_text LIKE %L)', '% ' || v_word || '%', '% ' || v_sound || '%')
    END;
  END LOOP;

  RETURN QUERY EXECUTE format($q$
    WITH best AS (
      SELECT c.id, CASE WHEN c.search_text LIKE %2$L THEN 0 WHEN c.search_text LIKE %3$L THEN 1 WHEN %4$s THEN 2 ELSE 3 END AS rank
      FROM customer c
      WHERE c.salon_id = $1 AND %1$s AND ($3 IS NULL OR is_customer_of($1, c.id, $3, $4))
      ORDER BY rank, c.id DESC LIMIT 200
    )
    SELECT b.id, b.rank FROM best b
    LEFT JOIN LATERAL (
      SELECT starts_at FROM booking WHERE salon_id = $1 AND customer_id = b.id ORDER BY starts_at DESC LIMIT 1
    ) AS v ON true
    ORDER BY b.rank, v.starts_at DESC NULLS LAST, b.id DESC LIMIT $2
  $q$, v_met, ' ' || v_spelled || ' %', ' ' || v_spelled || '%', v_as_spelled) USING p_salon, p_most, p_staff, p_login;
END $$;

-- What was typed as it sounds, and customers who have something like its longest word; the caller
-- compares all of it letter by letter. Trigrams are a coarse net: a short word of which two letters are
-- swapped may share none with the right one, so those are sought as well.
CREATE FUNCTION similar_customers_v1(p_salon uuid, p_typed text, p_staff uuid, p_login uuid)
RETURNS TABLE (id uuid, search_text text, sought text)
LANGUAGE plpgsql STABLE
SET pg_trgm.word_similarity_threshold = 0.3 SET jit = off SET enable_seqscan = off AS $$
DECLARE
  v_sought text := sounding_words(spelled_words(p_typed));
  v_longest text;
  v_met text;
BEGIN
  SELECT w INTO v_longest FROM regexp_split_to_table(v_sought, ' +') AS w ORDER BY length(w) DESC LIMIT 1;
  v_met := format('%L <%% c.search_text', v_longest);
  IF length(v_longest) BETWEEN 4 AND 7 THEN
    SELECT v_met || string_agg(format(' OR c.search_text LIKE %L', '% ' || overlay(v_longest
      PLACING substr(v_longest, n + 1, 1) || substr(v_longest, n, 1) FROM n FOR 2) || '%'), '')
    INTO v_met FROM generate_series(1, length(v_longest) - 1) AS n;
  END IF;
  RETURN QUERY EXECUTE format($q$
    SELECT c.id, c.search_text, $4 FROM customer c
    WHERE c.salon_id = $1 AND (%s) AND ($2 IS NULL OR is_customer_of($1, c.id, $2, $3)) LIMIT 3000
  $q$, v_met) USING p_salon, p_staff, p_login, v_sought;
END $$;
