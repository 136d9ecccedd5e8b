-- What a salon keeps of a customer beside her address: notes, allergies, the formulas of her colours.
-- And how she is found among fifty thousand by somebody on the phone who heard "Maier" and types
-- "Meyer": her card holds its words as they are spelled and as they sound, and an index of their
-- trigrams (in the next file) finds them.
--
-- Whoever books online for the first time does not wait for that: making the text and its entries in
-- the index took 150 microseconds here, as long as half a booking. A new card has no such text yet;
-- whoever searches has them made first (note_customers_v1), and an index of those without says at
-- once that there are none. Whatever changes a card takes the old text away.

SET lock_timeout = '5s';

CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- The salon's id beside the trigrams in one index.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A text as its words: lower case, without marks (ü as u, ß as ss), nothing between them but a blank.
CREATE FUNCTION spelled_words(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    regexp_replace(
      translate(replace(replace(replace(normalize(lower(normalize(p_text, NFC)), NFD), 'ß', 'ss'), 'æ', 'a'), 'œ', 'o'), 'øłđı', 'oldi'),
      '[\u0300-\u036f]', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Spelled words as one hears them: "mueller" and "muller" as "muler", "meyer", "maier" as "meier",
-- "christoph" as "kristof", "schmidt" as "schmit". Both what is sought and what is there go through it.
CREATE FUNCTION sounding_words(p_spelled text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    replace(replace(replace(replace(p_spelled, 'ph', 'f'), 'th', 't'), 'dt', 't'), 'ck', 'k'),
    '([aou])e', '\1', 'g'),
    '[ae][iy]', 'ei', 'g'),
    'c(?!h)|(?<![a-z])c(?=hr)h', 'k', 'g'),
    '([a-z])\1+', '\1', 'g')
$$;

-- The digits of a number that say who it is: without the zeros that lead into a network.
CREATE FUNCTION telling_digits(p_phone text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ltrim(regexp_replace(p_phone, '\D', '', 'g'), '0')
$$;

-- All that a customer is found by, each word after a blank.
CREATE FUNCTION customer_search_text(p_name text, p_email text, p_phone text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ' ' || concat_ws(' ', spelled_words(p_name), nullif(sounding_words(spelled_words(p_name)), spelled_words(p_name)),
    spelled_words(p_email), telling_digits(p_phone)) || ' '
$$;

ALTER TABLE customer
  ADD COLUMN notes TEXT,
  ADD COLUMN allergies TEXT,
  -- Rises with every change of the card, so that of two who edit it the second is told.
  ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
  -- The card that this one was merged into. What is left is a signpost: it keeps its address, so that
  -- whoever books with it is known, and holds no visits.
  ADD COLUMN merged_into UUID,
  -- All that she is found by; NULL: not made yet, or nobody is to be found.
  ADD COLUMN search_text TEXT,
  ADD CONSTRAINT customer_not_merged_into_itself CHECK (merged_into <> id);

ALTER TABLE customer ADD CONSTRAINT customer_salon_id_merged_into_fkey
  FOREIGN KEY (salon_id, merged_into) REFERENCES customer (salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX customer_to_note ON customer (salon_id, id)
  WHERE search_text IS NULL AND erased_at IS NULL AND merged_into IS NULL;

-- Makes the texts that are missing in a salon, p_most at a time; tells how many. Cards that somebody
-- is booking with at this moment are left for the next time.
CREATE FUNCTION note_customers_v1(p_salon uuid, p_most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_rows integer;
BEGIN
  UPDATE customer c SET search_text = customer_search_text(c.name, c.email, c.phone)
  FROM (
    SELECT n.id FROM customer n
    WHERE n.salon_id = p_salon AND n.search_text IS NULL AND n.erased_at IS NULL AND n.merged_into IS NULL
    ORDER BY n.id LIMIT p_most FOR NO KEY UPDATE SKIP LOCKED
  ) AS new
  WHERE c.salon_id = p_salon AND c.id = new.id;
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  RETURN v_rows;
END $$;

-- Signposts to a card: looked for when it is merged itself, or erased.
CREATE INDEX customer_merged ON customer (salon_id, merged_into) WHERE merged_into IS NOT NULL;

-- What was mixed for her, and when. Part of the card; its lines may be mended and removed.
CREATE TABLE customer_formula (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  customer_id UUID NOT NULL,
  mixed_on DATE NOT NULL,
  formula TEXT NOT NULL,
  -- Who mixed it, if it was a staff member; the name is kept as it was.
  staff_id UUID,
  staff_name TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT customer_formula_pkey PRIMARY KEY (salon_id, id)
);

CREATE INDEX customer_formula_of_customer ON customer_formula (salon_id, customer_id, mixed_on);

ALTER TABLE customer_formula ADD CONSTRAINT customer_formula_salon_id_customer_id_fkey
  FOREIGN KEY (salon_id, customer_id) REFERENCES customer (salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
