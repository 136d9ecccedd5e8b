import http from 'k6/http';
import type { Deed } from '../../proof/history/deed.ts';
import type { Answer } from './answer.ts';
import { recordAttempt } from './booking.ts';
import { recordDeed } from './deed.ts';
import { BASE_URL } from './environment.ts';
import { postBooking, type Response } from './request.ts';
import type { Wish } from './wish.ts';

/** A visit by its link, as its customer knows it. */
export type Booked = { readonly salon: string; readonly token: string; readonly visitId: string; version: number };

/** Books one, and keeps its link; undefined where it was refused. */
export function bookWithLink(wish: Wish): { answer: Answer; booked: Booked | undefined } {
  const sentAt = Date.now();
  const response = postBooking(wish);
  const answer = recordAttempt(wish, sentAt, response, { expected: [201, 409] });
  if (answer.status !== 201) return { answer, booked: undefined };
  const { id, version, manageUrl } = response.json('booking') as unknown as {
    id: string;
    version: number;
    manageUrl: string;
  };
  const token = manageUrl.split('/b/')[1] ?? '';
  return { answer, booked: { salon: wish.salon, token, visitId: id, version } };
}

/** Moves it to another time of its salon's clock; whatever is not said is as the customer saw it last. */
export function moveByLink(booked: Booked, date: string, time: string, key: string): Deed {
  const { version } = booked;
  return send(booked, 'move', 'reschedule', { date, time, version }, { 'idempotency-key': key });
}

export const cancelByLink = (booked: Booked): Deed => send(booked, 'cancel', 'cancel', {}, {});

function send(booked: Booked, what: string, path: string, body: object, more: Record<string, string>): Deed {
  const { salon, token, visitId, version } = booked;
  const sentAt = Date.now();
  const response = http.post(`${BASE_URL}/api/bookings/manage/${token}/${path}`, JSON.stringify(body), {
    headers: { 'content-type': 'application/json', ...more },
    tags: { name: `POST /api/bookings/manage/:token/${path}` },
    timeout: '20s',
    responseType: 'text',
  }) as Response;
  const deed = recordDeed({ by: 'customer', what, salon, seen: [{ visitId, version }] }, sentAt, response, [200, 409]);
  booked.version = deed.visits[0]?.version ?? version;
  return deed;
}
