import type { Booking } from '@salon/contracts/booking';
import type { SalonAnswer } from '@salon/contracts/salon';
import { memory } from '../../lib/local-memory.ts';
import type { SalonCard } from '../salon/salon-card.ts';

/** What the page of a visit shows when it has just been booked, before (and without) asking the API. */
export type JustBooked = {
  readonly booking: Booking;
  readonly guestName: string | null;
  /** Whether the price is the lowest it may come to. */
  readonly priceFrom: boolean;
  readonly salon: SalonCard;
  readonly policy: SalonAnswer['policy'];
};

const kept = (token: string) => memory<JustBooked>(() => sessionStorage, `booked ${token}`);

export const keepBooked = (token: string, booked: JustBooked) => kept(token).write(booked);
export const justBooked = (token: string) => kept(token).read();
