import type { Messages } from '../de.ts';

const AGAIN = 'That did not work. Please try again.';

export const problemsEn: Messages['problems'] = {
  invalid_request: 'Some of your details need another look.',
  idempotency_key_required: AGAIN,
  idempotency_key_mismatch: AGAIN,
  idempotency_key_reused: AGAIN,
  not_found: 'This page does not exist.',
  salon_not_found: 'We cannot find this salon. Please check the address.',
  service_not_found: 'This service is no longer offered. Please choose another.',
  staff_not_found: 'Nothing can be booked here at the moment. Please choose somebody else.',
  booking_not_found: 'We cannot find this appointment. Please open the link in your email again.',
  slot_taken: 'Somebody has just booked this time.',
  version_conflict: 'The appointment has been changed meanwhile. Please look at it again.',
  policy_window: 'This appointment can no longer be changed online. Please call the salon.',
  call_salon: 'Please call the salon to arrange this appointment.',
  booking_paused: 'The salon is not taking online bookings at the moment.',
  price_changed: 'The price has just changed.',
  link_expired: 'This link has expired.',
  erased: 'The details of this appointment have been erased.',
  payload_too_large: 'That is too much text. Please shorten your message.',
  unsupported_media_type: AGAIN,
  slot_not_bookable: 'This time can no longer be booked. Please choose another.',
  basket_too_complex: 'So many services cannot be booked together online. Please call the salon.',
  rate_limited: 'That was a lot of requests at once. Please wait a moment.',
  internal: 'Something went wrong on our side. Please try again.',
  read_only: 'We cannot take bookings at the moment.',
  overloaded: 'It is very busy right now. Please try again in a moment.',
};
