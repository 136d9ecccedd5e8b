-- The trail of what customers do says by an id who does each service, as what is done at the desk does from now on:
-- whoever may see her own prices only is shown those of her services, and a name is no proof of whose they are. Lines
-- written before stay as they are; their prices are shown to those who may see all.
--
-- The function keeps its name and what it is asked, and reads nothing new: a release before this one writes the same.

SET lock_timeout = '5s';

-- When a visit is and who does what, in the words of the trail.
CREATE OR REPLACE FUNCTION times_of_visit(p_salon uuid, p_booking uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('startsAt', b.starts_at, 'endsAt', b.ends_at, 'items', (
      SELECT jsonb_agg(jsonb_build_object('service', i.service_name, 'staff', i.staff_name, 'staffId', i.staff_id,
        'startsAt', i.starts_at, 'endsAt', i.ends_at, 'priceCents', i.price_cents) ORDER BY i.position)
      FROM booking_item i WHERE i.salon_id = p_salon AND i.booking_id = p_booking
    ))
    FROM booking b WHERE b.salon_id = p_salon AND b.id = p_booking
  );
END $$;
