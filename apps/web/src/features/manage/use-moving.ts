import type { Booking } from '@salon/contracts/booking';
import type { RescheduleRequest } from '@salon/contracts/manage';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { post } from '../../lib/http.ts';
import { useSending } from '../sending/use-sending.ts';
import { type Visit, visitQuery } from './visit.queries.ts';

export type Moving = ReturnType<typeof useMoving>;

/** Moves a visit, and leads back to it: once it is moved, or when it is no longer as we showed it, or too late. */
export function useMoving(token: string, visit: Visit) {
  const sending = useSending(
    `move ${visit.booking.id}`,
    ({ key, body }: { readonly key: string; readonly body: RescheduleRequest }) =>
      post<{ booking: Booking }>(`/api/bookings/manage/${encodeURIComponent(token)}/reschedule`, body, { key }),
  );
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const { state, clear } = sending;
  useEffect(() => {
    const done = state.kind === 'done';
    const code = state.kind === 'refused' ? state.problem.code : undefined;
    if (!done && code !== 'version_conflict' && code !== 'policy_window') return;
    const { queryKey } = visitQuery(token);
    if (done) client.setQueryData(queryKey, (before) => before && moved(before, state.answer.booking));
    void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ['times'] });
    navigate(managePath(token, done ? 'moved' : code === 'version_conflict' ? 'changed' : ''), { replace: true });
    clear();
  }, [state, clear, client, token, navigate]);
  return sending;
}

/** The visit at its new time, until it has been read again. */
function moved(visit: Visit, booking: Booking): Visit {
  const until = Date.parse(booking.startsAt) - visit.policy.cancellationMinutes * 60_000;
  return { ...visit, booking, cancellableUntil: new Date(until).toISOString() };
}
