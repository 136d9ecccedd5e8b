-- What customers do on the way to a visit, for two readers (docs/decisions/020): the salon, from counts without a person, and
-- the operator's PostHog, from what visitors consented to.
SET lock_timeout = '2s';

-- Off: nobody is asked on the salon's pages, and nothing is sent anywhere.
ALTER TABLE salon ADD COLUMN visitor_statistics boolean NOT NULL DEFAULT true;

-- The anonymous name a consenting visitor has in her browser; gone as soon as the event is taken up.
ALTER TABLE outbox ADD COLUMN visitor uuid;

-- Bookings that PostHog has not heard of yet. A row goes when it has, so that nothing here ties a visitor to a booking for longer.
CREATE TABLE conversion (
  salon_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  visitor uuid NOT NULL,
  booked_at timestamptz(3) NOT NULL,
  services integer NOT NULL,
  price_cents integer NOT NULL,
  currency char(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,

  CONSTRAINT conversion_pkey PRIMARY KEY (salon_id, booking_id)
);
CREATE INDEX conversion_due_at_idx ON conversion (due_at);

-- How often a step was reached on a salon's page on one of its days. No row a visitor: there is nobody in here.
CREATE TABLE funnel_count (
  salon_id uuid NOT NULL,
  day date NOT NULL,
  step text NOT NULL,
  reached integer NOT NULL,

  CONSTRAINT funnel_count_pkey PRIMARY KEY (salon_id, day, step),
  CONSTRAINT funnel_count_step_known CHECK (step IN ('opened', 'services', 'time', 'details')),
  CONSTRAINT funnel_count_some CHECK (reached > 0)
);
