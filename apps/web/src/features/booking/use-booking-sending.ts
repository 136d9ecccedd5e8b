import type { Booking, BookingRequest } from '@salon/contracts/booking';
import type { SalonAnswer } from '@salon/contracts/salon';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { managePath } from '../../app/paths.ts';
import { tell, visitorHeader } from '../../learning/tell.ts';
import { post } from '../../lib/http.ts';
import { useSending } from '../sending/use-sending.ts';
import { keepBooked } from './booked-memory.ts';
import { forgetVisit } from './use-details.ts';

export type BookingSending = ReturnType<typeof useBookingSending>;

/** Books, and leads to the visit once it is booked. */
export function useBookingSending({ salon, policy, services }: SalonAnswer) {
  const sending = useSending(`booking ${salon.slug}`, ({ key, body }: { key: string; body: BookingRequest }) =>
    post<{ booking: Booking }>('/api/bookings/public', body, { key, headers: visitorHeader(salon) }).then(
      ({ booking }) => ({
        booking,
        guestName: body.guestName ?? null,
      }),
    ),
  );
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const { state, clear } = sending;
  useEffect(() => {
    if (state.kind !== 'done') return;
    const { booking, guestName } = state.answer;
    const token = tokenOf(booking.manageUrl);
    tell(salon.slug, 'booking_step_completed', { step: 'check' });
    forgetVisit(salon.slug);
    const priceFrom = isFrom(services, booking);
    keepBooked(token, { booking, guestName, priceFrom, salon, policy });
    // What is free has changed, by this booking at least.
    void client.invalidateQueries({ queryKey: ['times'] });
    navigate(managePath(token, 'booked'), { replace: true });
    clear();
  }, [state, clear, salon, policy, services, client, navigate]);
  return sending;
}

const isFrom = (services: SalonAnswer['services'], { items }: Booking) =>
  items.some(({ serviceId }) => services.find(({ id }) => id === serviceId)?.priceFrom);

/** The last part of a manage link; the page itself knows the way. */
const tokenOf = (manageUrl: string) => new URL(manageUrl).pathname.split('/').at(-1) ?? '';
