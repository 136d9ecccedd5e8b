-- Looks at all rows without keeping writers away.
SET lock_timeout = '5s';

ALTER TABLE booking VALIDATE CONSTRAINT booking_packable;
ALTER TABLE booking_item VALIDATE CONSTRAINT booking_item_packable;
