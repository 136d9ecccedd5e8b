-- Customers with an allergy on their card, which every calendar marks.
CREATE INDEX CONCURRENTLY customer_allergic ON customer (salon_id, id) WHERE allergies IS NOT NULL;
