-- Who has lost her links asks for them, maybe several times at once: the ledger takes one mail for
-- an address in ten minutes, whose number stands as its sequence. Mails about no booking have no
-- booking to be unique by, so they get a rule of their own. A salon's customer is found by her
-- address, and her visits ahead by her, through indexes that are there.

SET lock_timeout = '5s';

CREATE UNIQUE INDEX message_without_booking ON message (salon_id, kind, recipient, sequence) WHERE booking_id IS NULL;
