-- Visits that last into a day from before it. All but the very long ones begin within twelve hours of it and are found by
-- their start; these few have an index of their own, so that no other booking pays for one of its end.
CREATE INDEX CONCURRENTLY booking_long ON booking (salon_id, ends_at) WHERE ends_at - starts_at > interval '12 hours';
