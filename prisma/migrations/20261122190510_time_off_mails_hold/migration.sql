-- Looks at the rows that were there before, while others read and write.

SET lock_timeout = '5s';

ALTER TABLE message VALIDATE CONSTRAINT message_kind_known;
