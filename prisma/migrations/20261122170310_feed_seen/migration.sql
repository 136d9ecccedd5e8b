-- Until when a member has looked at what customers did by themselves.

SET lock_timeout = '5s';

ALTER TABLE member ADD COLUMN feed_seen_at TIMESTAMPTZ(3);
