import { Counter, Rate } from 'k6/metrics';
import type { Attempt } from '../../proof/history/attempt.ts';
import { type Answer, answerOf } from './answer.ts';
import { CLIENT_LOG } from './environment.ts';
import { postBooking, postBookings, type Response } from './request.ts';
import type { Wish } from './wish.ts';

/** k6's own; its types leave it to those of a browser, which has much that k6 has not. */
declare const console: { log(line: string): void };

/** Attempts answered with what the scenario does not expect, or not at all. */
export const failures = new Rate('failures');
/** Answers that are wrong whatever the load: each scenario says what it looks for. */
export const wrongAnswers = new Counter('wrong_answers');
const bookingsMade = new Counter('bookings_made');
const refusals = new Counter('refusals');

type SendOptions = {
  /** Statuses that are no failure here. */
  expected: readonly number[];
  /** The client behaves as if the answer had never come. */
  discarded?: boolean;
};

/** Sends one booking and writes it into the clients' log. */
export function book(wish: Wish, options: SendOptions): Answer {
  const sentAt = Date.now();
  return recordAttempt(wish, sentAt, postBooking(wish), options);
}

/** Sends the same booking several times at once, as `options` has entries, each about one of them. */
export function bookAtOnce(wish: Wish, options: readonly SendOptions[]): Answer[] {
  const sentAt = Date.now();
  const responses = postBookings(wish, options.length);
  return options.map((one, index) => recordAttempt(wish, sentAt, responses[index] as Response, one));
}

/** Reads what was answered to a booking and writes it into the clients' log. */
export function recordAttempt(
  wish: Wish,
  sentAt: number,
  response: Response,
  { expected, discarded }: SendOptions,
): Answer {
  const answer = answerOf(response);
  failures.add(!expected.includes(answer.status));
  if (answer.status === 201) bookingsMade.add(1);
  if (answer.status === 409) refusals.add(1);
  if (CLIENT_LOG) {
    const { key, salon, staffId, date, time } = wish;
    const services = wish.services.map((service) => ({ service, staffId }));
    const { blocked, connecting, duration } = response.timings;
    // Not the clock after the call: in a batch that is the end of the slowest.
    const endedAt = sentAt + blocked + connecting + duration;
    const asked = { op: 'book' as const, salon, key, services, startsAt: `${date}T${time}`, sentAt, endedAt };
    const attempt: Attempt = { ...asked, ...answer, ...(discarded ? { discarded } : {}) };
    console.log(JSON.stringify(attempt));
  }
  return answer;
}
