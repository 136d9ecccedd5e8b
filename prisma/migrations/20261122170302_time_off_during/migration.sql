-- Time off of some days, however long ago it began.
CREATE INDEX CONCURRENTLY time_off_during ON time_off USING gist (salon_id, tstzrange(starts_at, ends_at)) WHERE ended_at IS NULL;
