-- Which of a calendar's customers are new is read for each of thousands: with the state in the index, from the index alone.
CREATE INDEX CONCURRENTLY booking_by_customer ON booking (salon_id, customer_id, starts_at, status);
