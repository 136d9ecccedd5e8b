-- Nothing looks for tries to sign in by when they end: the table is cleared by its blocks, and each try wrote the index.
DROP INDEX CONCURRENTLY login_rate_until_idx;
