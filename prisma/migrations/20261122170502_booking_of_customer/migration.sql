-- All visits of a customer, the last first: her history, whether she is new, how often she did not come.
CREATE INDEX CONCURRENTLY booking_of_customer ON booking (salon_id, customer_id, starts_at);
