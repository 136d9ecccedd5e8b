-- A claimant belongs to one salon. Unless told, PostgreSQL takes the two for independent, expects a
-- single claim of somebody in all her years, and picks the index that reads all of them: a
-- fortnight of five people and five chairs cost 150 buffers among ten thousand claims and 2,152
-- among a hundred thousand. Told, it is 163 there.

SET lock_timeout = '5s';

CREATE STATISTICS claim_claimant (ndistinct, dependencies) ON salon_id, claimant_id FROM claim;

ANALYZE claim;
