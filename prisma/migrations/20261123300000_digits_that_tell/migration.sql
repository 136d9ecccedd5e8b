-- Of '000' and '0049' no digits are left that tell who it is, of '490' none without its country: what is left of nothing is in
-- every number, so such a search found everybody. Fewer than three digits are a word like others.

SET lock_timeout = '5s';

-- Customers of a salon, best first: rank 0 is called so, 1 begins so, 2 has such words, 3 only sounds so.
-- Each word typed must be met. The best 200, the newest cards first, are looked at, and those seen last come first.
-- p_staff: only hers, see is_customer_of; NULL: everybody's.
--
-- The statement is made for what is typed, because a word of one letter and one of ten want different
-- plans. Everything typed goes through spelled_words, so nothing but letters, digits and blanks gets in.
CREATE OR REPLACE FUNCTION search_customers_v1(p_salon uuid, p_typed text, p_most integer, p_staff uuid, p_login uuid)
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
  v_number text;
  v_home text;
BEGIN
  -- A number is typed in any groups.
  IF p_typed ~ '^[-\d\s+()/.]*$' AND length(v_digits) >= 3 THEN
    v_words := ARRAY[v_digits];
    v_spelled := v_digits;
  END IF;

  FOREACH v_word IN ARRAY v_words LOOP
    v_sound := sounding_words(v_word);
    v_as_spelled := v_as_spelled || format(' AND c.search_text LIKE %L', '% ' || v_word || '%');
    v_number := CASE WHEN v_word ~ '^\d+$' THEN telling_digits(v_word) END;
    v_home := regexp_replace(v_number, '^4[139]0?', '');
    v_met := v_met || CASE
      -- Anywhere in a number, and with its country or without.
      WHEN length(v_home) >= 3 THEN format(' AND (c.search_text LIKE %L OR c.search_text LIKE %L)',
        '%' || v_number || '%', '%' || v_home || '%')
      WHEN length(v_number) >= 3 THEN format(' AND c.search_text LIKE %L', '%' || v_number || '%')
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
