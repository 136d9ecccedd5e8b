-- booking_by_customer serves all it served.
DROP INDEX CONCURRENTLY booking_of_customer;
