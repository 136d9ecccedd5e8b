-- Customers by any part of what they are found by, within their salon.
CREATE INDEX CONCURRENTLY customer_search ON customer USING gin (salon_id, search_text gin_trgm_ops);
