-- Mails about logins go through the same ledger. A login belongs to no salon, so they stand under
-- the salon of zeros, which no salon can be (ids carry their time); invitations stand under the
-- salon that invites.
--
-- What such a mail says is written down when it is asked for, since it holds a link that lets
-- somebody in and is kept nowhere else in the clear. It leaves the row when the mail has left, or
-- when it will not be sent.

SET lock_timeout = '5s';

ALTER TABLE message ADD COLUMN content JSONB;

-- Not looked at row by row while nobody may write: the next migration does that.
ALTER TABLE message
  DROP CONSTRAINT message_kind_known,
  ADD CONSTRAINT message_kind_known CHECK (kind IN (
    'confirmation', 'requested', 'moved', 'cancelled', 'reminder', 'lost_link',
    'notice_booked', 'notice_moved', 'notice_cancelled',
    'confirm_address', 'address_known', 'allow_new_address', 'confirm_new_address', 'reset_password', 'login_changed',
    'invitation'
  )) NOT VALID,
  ADD CONSTRAINT message_content_leaves CHECK (content IS NULL OR state IN ('due', 'queued', 'sending')) NOT VALID;
