-- The calendar sends visits as rows parted by U+0091 and U+0092. The API refuses all control characters; what comes by other
-- ways, an import say, meets this.
SET lock_timeout = '5s';

ALTER TABLE booking ADD CONSTRAINT booking_packable CHECK (
  reference || name || coalesce(guest_name, '') || coalesce(phone, '') || coalesce(email, '') || coalesce(note, '')
  !~ '[\u0091\u0092]') NOT VALID;
ALTER TABLE booking_item ADD CONSTRAINT booking_item_packable CHECK (service_name || staff_name !~ '[\u0091\u0092]') NOT VALID;
