-- While the colour of an earlier service of the visit develops, brows can be shaped, but hair full
-- of colour cannot be cut: whether a service may be done then is the salon's to say. What exists
-- may, as it could until now; a salon switches it off for what is done on the hair itself.

SET lock_timeout = '5s';

ALTER TABLE service ADD COLUMN during_processing BOOLEAN NOT NULL DEFAULT true;
