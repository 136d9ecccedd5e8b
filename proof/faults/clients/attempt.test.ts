import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { read } from './attempt.ts';

const nothing = { code: null, bookingId: null, answer: null, items: null, alternatives: null };
const booking = '{"id":"0190b6c0-0000-7000-8000-000000000001","note":"a ,\\"duplicate\\":"}';
const answer = createHash('sha256').update(booking).digest('hex').slice(0, 16);

test.each([
  ['a booking', 201, `{"booking":${booking},"duplicate":false}`, { bookingId: JSON.parse(booking).id, answer }],
  [
    'the same told again',
    200,
    `{"booking":${booking},"duplicate":true}`,
    { bookingId: JSON.parse(booking).id, answer },
  ],
  ['a refusal', 409, '{"code":"slot_taken","alternatives":[{},{}]}', { code: 'slot_taken', alternatives: 2 }],
  ['another refusal', 503, '{"code":"overloaded"}', { code: 'overloaded' }],
  ['half an answer', 201, '{"booking":{"id"', {}],
  ['no answer', 0, '', {}],
])('%s', (_, status, text, expected) => expect(read(status, text)).toEqual({ ...nothing, ...expected }));
