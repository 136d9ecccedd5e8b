-- What customers did by themselves, the newest first: few lines among all that a salon changes.
CREATE INDEX CONCURRENTLY audit_entry_by_customers ON audit_entry (salon_id, at DESC) WHERE actor = 'customer';
