-- What the booking page shows of a salon beside its catalogue: its looks, its legal texts, and how
-- it words prices and the last button. The slot rules read none of it, but it is cached with the
-- configuration, so whoever changes it raises the version too. Addresses of pictures end up in
-- pages and mails: only https, or a path of our own.

SET lock_timeout = '5s';

ALTER TABLE salon
  ADD COLUMN description TEXT,
  ADD COLUMN colour TEXT,
  ADD COLUMN logo_url TEXT,
  ADD COLUMN imprint TEXT,
  ADD COLUMN privacy TEXT,
  ADD COLUMN terms TEXT,
  ADD COLUMN prices_include_vat BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN book_button TEXT,
  ADD CONSTRAINT salon_colour_shape CHECK (colour ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT salon_logo_url_shape CHECK (logo_url ~ '^(https://|/[^/])');

ALTER TABLE staff
  ADD COLUMN photo_url TEXT,
  ADD CONSTRAINT staff_photo_url_shape CHECK (photo_url ~ '^(https://|/[^/])');
