import type { Booking } from '@salon/contracts/booking';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { daysAhead } from '../../learning/days-ahead.ts';
import { tell } from '../../learning/tell.ts';
import { post } from '../../lib/http.ts';
import { useSending } from '../sending/use-sending.ts';
import { type Visit, visitQuery } from './visit.queries.ts';

export type Cancelling = ReturnType<typeof useCancelling>;

type Reason = { readonly reason?: string };

/** Cancels a visit; sent again it is the same as once, so it needs no key. Leads back to the visit, which says how it stands. */
export function useCancelling(token: string, visit: Visit) {
  const sending = useSending(`cancel ${visit.booking.id}`, ({ body }: { readonly body: Reason }) =>
    post<{ booking: Booking }>(`/api/bookings/manage/${encodeURIComponent(token)}/cancel`, body).then(
      ({ booking }) => ({ booking, cancelReason: body.reason ?? null }),
    ),
  );
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const { state, clear } = sending;
  useEffect(() => {
    const done = state.kind === 'done';
    if (!done && !(state.kind === 'refused' && state.problem.code === 'policy_window')) return;
    const { queryKey } = visitQuery(token);
    if (done) {
      tell(visit.salon.slug, 'cancellation', { daysAhead: daysAhead(visit.booking, Date.now()) });
      const over = { ...state.answer, canCancel: false, canReschedule: false };
      client.setQueryData(queryKey, (before) => before && { ...before, ...over });
    }
    void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ['times'] });
    navigate(managePath(token), { replace: true });
    clear();
  }, [state, clear, client, token, navigate, visit.booking, visit.salon.slug]);
  return sending;
}
