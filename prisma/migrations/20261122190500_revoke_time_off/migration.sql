-- Approved time off can be revoked until it begins, and whoever asked is told by mail what became of it.
--
-- That it was revoked stands beside the state, not in it: the release before goes on reading such a
-- request as one that was approved, which it was, instead of stumbling over a state it does not know.

SET lock_timeout = '5s';

-- A few rows for each staff member and year: looked at while nobody may write.
ALTER TABLE time_off_request
  ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN revoked_by TEXT,
  ADD COLUMN revoked_at TIMESTAMPTZ(3),
  ADD CONSTRAINT time_off_request_revoked CHECK (
    num_nulls(revoked_by, revoked_at) = 2
    OR (num_nulls(revoked_by, revoked_at) = 0 AND state = 'approved')
  );

-- The ledger is large: its rows are looked at by the next migration, while others read and write.
ALTER TABLE message
  DROP CONSTRAINT message_kind_known,
  ADD CONSTRAINT message_kind_known CHECK (kind IN (
    'confirmation', 'requested', 'moved', 'cancelled', 'reminder', 'lost_link',
    'notice_booked', 'notice_moved', 'notice_cancelled',
    'confirm_address', 'address_known', 'allow_new_address', 'confirm_new_address', 'reset_password', 'login_changed',
    'invitation',
    'time_off_approved', 'time_off_declined', 'time_off_revoked'
  )) NOT VALID;
