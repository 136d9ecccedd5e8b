-- How often customers did not come.
CREATE INDEX CONCURRENTLY booking_missed ON booking (salon_id, customer_id) WHERE status = 'no_show';
