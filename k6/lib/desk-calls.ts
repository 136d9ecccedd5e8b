import http from 'k6/http';
import type { Deed } from '../../proof/history/deed.ts';
import { wrongAnswers } from './booking.ts';
import { type Asked, recordDeed } from './deed.ts';
import { BASE_URL } from './environment.ts';
import type { Response } from './request.ts';

/** A change as it is sent: the rest of its address, what it asks for, and that in the words of the log. */
export type Change = Omit<Asked, 'by' | 'salon'> & {
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
};

/** Made, refused with a reason, gone meanwhile, or taken back too late. */
const EXPECTED = [200, 201, 404, 409, 410];

/** A member who changes a salon's day; each change has a key of its own. */
export function deskOf(salonId: string, salon: string, newKey: () => string) {
  function send(change: Change, key: string): Deed {
    const { method = 'POST', path, body, ...asked } = change;
    const sentAt = Date.now();
    const response = http.request(method, `${BASE_URL}/api/desk/${salonId}/${path}`, JSON.stringify(body), {
      headers: { 'content-type': 'application/json', origin: BASE_URL, 'idempotency-key': key },
      tags: { name: `${method} /api/desk/:salonId/${path.replace(/[0-9a-f-]{36}/, ':id')}` },
      timeout: '20s',
      responseType: 'text',
    }) as Response;
    return recordDeed({ by: 'desk', salon, ...asked }, sentAt, response, EXPECTED);
  }
  return {
    change(change: Change): Deed {
      const deed = send(change, newKey());
      if (deed.code === 'time_conflict' && deed.conflicts.length === 0) wrongAnswers.add(1);
      return deed;
    },
    /** The same as if its answer had been lost: it is sent again, and must be the same change. */
    changeTwice(change: Change): Deed {
      const key = newKey();
      const first = send(change, key);
      const second = send(change, key);
      const made = first.status < 300 && second.status < 300;
      if (made && (!second.replay || second.changeId !== first.changeId)) wrongAnswers.add(1);
      return first;
    },
    /** What could become of the visits of somebody who is ill on a date; nothing where it was not answered. */
    illPreview(staffId: string, date: string): IllVisit[] {
      const query = `staffId=${staffId}&from=${date}&to=${date}`;
      const answer = http.get(`${BASE_URL}/api/desk/${salonId}/ill?${query}`, {
        tags: { name: 'GET /api/desk/:salonId/ill' },
        timeout: '20s',
        responseType: 'text',
      });
      return answer.status === 200 ? (answer.json('visits') as unknown as IllVisit[]) : [];
    },
  };
}
export type DeskCalls = ReturnType<typeof deskOf>;

export type IllVisit = {
  readonly visit: {
    readonly id: string;
    readonly version: number;
    readonly startsAt: string;
    readonly items: readonly { readonly service: string }[];
  };
  readonly others: readonly { readonly staffId: string }[];
  readonly times: readonly { readonly startsAt: string; readonly staffIds: readonly string[] }[];
};
