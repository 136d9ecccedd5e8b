-- A member is a login with a role in a salon. Members from before there were logins have none yet.
-- Who a member is stands in her login; name and address of the member are those she came with, so
-- the address is unique no longer: it may have become somebody else's.

SET lock_timeout = '5s';

ALTER TABLE member ADD COLUMN login_id UUID;
ALTER TABLE member ADD CONSTRAINT member_login_id_fkey
  FOREIGN KEY (login_id) REFERENCES login (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX member_salon_id_login_id_key ON member (salon_id, login_id);
-- "Where may she work?", asked at every start of the desk.
CREATE INDEX member_login_id_idx ON member (login_id);
DROP INDEX member_salon_id_email_key;

-- Nobody is two of those customers can book.
CREATE UNIQUE INDEX staff_of_member ON staff (salon_id, member_id) WHERE member_id IS NOT NULL;

CREATE TABLE invitation (
  salon_id UUID NOT NULL,
  id UUID NOT NULL,
  email TEXT NOT NULL,
  role member_role NOT NULL,
  -- Whom of the staff she will be.
  staff_id UUID,
  -- SHA-256 of what stands in the link.
  token_hash BYTEA NOT NULL,
  invited_by UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  accepted_at TIMESTAMPTZ(3),
  revoked_at TIMESTAMPTZ(3),

  CONSTRAINT invitation_pkey PRIMARY KEY (salon_id, id),
  CONSTRAINT invitation_email_lower CHECK (email = lower(email)),
  CONSTRAINT invitation_one_end CHECK (accepted_at IS NULL OR revoked_at IS NULL),
  CONSTRAINT invitation_salon_id_fkey FOREIGN KEY (salon_id) REFERENCES salon (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invitation_salon_id_staff_id_fkey FOREIGN KEY (salon_id, staff_id) REFERENCES staff (salon_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
-- One open invitation for an address: two at once make one.
CREATE UNIQUE INDEX invitation_open ON invitation (salon_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- A salon keeps an owner who can sign in. Checked at the commit, and one commit after the other:
-- whoever waited for the salon's row sees what was committed meanwhile, so that of two owners who
-- leave at the same instant one stays. Bookings never lock that row.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM salon WHERE id = OLD.salon_id FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM member WHERE salon_id = OLD.salon_id AND role = 'owner' AND login_id IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a salon keeps an owner' USING ERRCODE = 'SA001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER member_keep_an_owner
  AFTER UPDATE OR DELETE ON member
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW
  WHEN (OLD.role = 'owner' AND OLD.login_id IS NOT NULL)
  EXECUTE FUNCTION keep_an_owner();
