-- Which services people book in one visit is counted from a salon's last two thousand visits, and
-- must cost the same whether it has had two thousand or two hundred thousand. The index on salon and
-- start hands out just those, last first. But a plan made for any salon expects a handful of visits
-- and rather sorts all of them: after eighty thousand it read all eighty thousand. So nothing is
-- sorted here and no bitmap made; the items are aggregated visit by visit, because a join may be
-- planned as a read of all items the salon ever had.

SET lock_timeout = '5s';

-- Services in the order of the visit, and how many visits were just these. Cancelled ones are among
-- the two thousand and not counted.
CREATE FUNCTION kinds_of_visits_v1(p_salon uuid, p_since timestamptz)
RETURNS TABLE (services uuid[], visits integer)
LANGUAGE sql STABLE
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off SET enable_incremental_sort = off SET jit = off AS $$
  SELECT items.services, count(*)::integer
  FROM (
    SELECT b.id, b.status FROM booking b
    WHERE b.salon_id = p_salon AND b.starts_at >= p_since
    ORDER BY b.starts_at DESC LIMIT 2000
  ) visit
  CROSS JOIN LATERAL (
    SELECT array_agg(i.service_id ORDER BY i.position) AS services
    FROM booking_item i WHERE i.salon_id = p_salon AND i.booking_id = visit.id
  ) items
  WHERE visit.status <> 'cancelled' AND items.services IS NOT NULL
  GROUP BY items.services
$$;
