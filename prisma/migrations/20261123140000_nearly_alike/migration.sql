-- Whoever slips on a key is nearly always a slip away from a name. Trigrams at 0.3 let through thousands of fifty thousand
-- cards, each of them compared with what was typed by PostgreSQL and by the API: 30 to 70 ms, and a limit that could cut off
-- the right one. So the coarse net is left for where a finer one catches nobody, and the caller says which.

SET lock_timeout = '5s';

-- similar_customers_v1, which stays for the release before this one, with p_coarse: false finds those whose longest word is
-- one slip from theirs, give or take. How many of a word's trigrams a slip leaves depends on its length; two letters swapped
-- leave fewer than a wrong one, and are sought as such in short words.
CREATE FUNCTION similar_customers_v2(p_salon uuid, p_typed text, p_staff uuid, p_login uuid, p_coarse boolean)
RETURNS TABLE (id uuid, search_text text, sought text)
LANGUAGE plpgsql STABLE
SET pg_trgm.word_similarity_threshold = 0.3 SET jit = off SET enable_seqscan = off AS $$
DECLARE
  v_sought text := sounding_words(spelled_words(p_typed));
  v_longest text;
  v_met text;
  v_swaps boolean;
  v_lost integer;
BEGIN
  SELECT w INTO v_longest FROM regexp_split_to_table(v_sought, ' +') AS w ORDER BY length(w) DESC LIMIT 1;
  v_swaps := length(v_longest) BETWEEN 4 AND (CASE WHEN p_coarse THEN 7 ELSE 8 END);
  IF NOT p_coarse THEN
    -- A word has one trigram more than letters. A wrong letter takes three of them away, two swapped ones take four, and as many
    -- others are there instead; what both words have in common is counted against what either has.
    v_lost := CASE WHEN v_swaps THEN 3 ELSE 4 END;
    PERFORM set_config('pg_trgm.word_similarity_threshold',
      greatest(0.3, trunc((length(v_longest) + 1 - v_lost) / (length(v_longest) + 1.0 + v_lost), 2))::text, true);
  END IF;
  v_met := format('%L <%% c.search_text', v_longest);
  IF v_swaps THEN
    SELECT v_met || string_agg(format(' OR c.search_text LIKE %L', '% ' || overlay(v_longest
      PLACING substr(v_longest, n + 1, 1) || substr(v_longest, n, 1) FROM n FOR 2) || '%'), '')
    INTO v_met FROM generate_series(1, length(v_longest) - 1) AS n;
  END IF;
  RETURN QUERY EXECUTE format($q$
    SELECT c.id, c.search_text, $4 FROM customer c
    WHERE c.salon_id = $1 AND (%s) AND ($2 IS NULL OR is_customer_of($1, c.id, $2, $3)) LIMIT 3000
  $q$, v_met) USING p_salon, p_staff, p_login, v_sought;
END $$;
