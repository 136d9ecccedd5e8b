-- Who may sign in, and by what. The tables of a library (see docs/decisions/010), under our own
-- names; a login belongs to no salon: a person may work in several. Addresses are unique over all
-- salons, and kept as the library compares them: in lower case.

SET lock_timeout = '5s';

CREATE TABLE login (
  id UUID NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_verified BOOLEAN NOT NULL DEFAULT FALSE,
  image TEXT,
  two_factor_enabled BOOLEAN NOT NULL DEFAULT FALSE,
  locale TEXT NOT NULL DEFAULT 'de',
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT login_pkey PRIMARY KEY (id),
  CONSTRAINT login_email_lower CHECK (email = lower(email)),
  CONSTRAINT login_locale_known CHECK (locale IN ('de', 'en'))
);
CREATE UNIQUE INDEX login_email_key ON login (email);

CREATE TABLE login_session (
  id UUID NOT NULL,
  login_id UUID NOT NULL,
  -- Worth nothing by itself: the cookie also carries a signature made with the secret.
  token TEXT NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT login_session_pkey PRIMARY KEY (id),
  CONSTRAINT login_session_login_id_fkey FOREIGN KEY (login_id) REFERENCES login (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX login_session_token_key ON login_session (token);
CREATE INDEX login_session_login_id_idx ON login_session (login_id);

-- A way to prove who one is, other than a passkey: a password.
CREATE TABLE login_method (
  id UUID NOT NULL,
  login_id UUID NOT NULL,
  provider_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  -- argon2id, as a PHC string.
  password TEXT,
  -- For signing in by other sites, which nobody does: the library insists on the columns.
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at TIMESTAMPTZ(3),
  refresh_token_expires_at TIMESTAMPTZ(3),
  scope TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT login_method_pkey PRIMARY KEY (id),
  CONSTRAINT login_method_hashed CHECK (password LIKE '$argon2id$%'),
  CONSTRAINT login_method_login_id_fkey FOREIGN KEY (login_id) REFERENCES login (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX login_method_provider_id_account_id_key ON login_method (provider_id, account_id);
CREATE INDEX login_method_login_id_idx ON login_method (login_id);

-- What is waited for: a password to be set anew, a second step, a challenge. Identifiers are hashed.
CREATE TABLE login_token (
  id UUID NOT NULL,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT login_token_pkey PRIMARY KEY (id)
);
CREATE INDEX login_token_identifier_idx ON login_token (identifier);

-- Secret and recovery codes are encrypted with the secret.
CREATE TABLE second_factor (
  id UUID NOT NULL,
  login_id UUID NOT NULL,
  secret TEXT NOT NULL,
  backup_codes TEXT NOT NULL,
  verified BOOLEAN NOT NULL DEFAULT TRUE,
  failed_verification_count INTEGER NOT NULL DEFAULT 0,
  locked_until TIMESTAMPTZ(3),

  CONSTRAINT second_factor_pkey PRIMARY KEY (id),
  CONSTRAINT second_factor_login_id_fkey FOREIGN KEY (login_id) REFERENCES login (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX second_factor_login_id_idx ON second_factor (login_id);

CREATE TABLE passkey (
  id UUID NOT NULL,
  login_id UUID NOT NULL,
  name TEXT,
  public_key TEXT NOT NULL,
  credential_id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  device_type TEXT NOT NULL,
  backed_up BOOLEAN NOT NULL,
  transports TEXT,
  aaguid TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_login_id_fkey FOREIGN KEY (login_id) REFERENCES login (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_login_id_idx ON passkey (login_id);

-- How often something was tried since when: sign-ins from an address, for an account, a code of the
-- second factor (which counts once). Keys are hashes: nobody's address stands here.
CREATE TABLE login_rate (
  key TEXT NOT NULL,
  count INTEGER NOT NULL,
  until TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT login_rate_pkey PRIMARY KEY (key),
  CONSTRAINT login_rate_counts CHECK (count > 0)
);
CREATE INDEX login_rate_until_idx ON login_rate (until);
