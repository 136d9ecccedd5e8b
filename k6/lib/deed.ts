import { Trend } from 'k6/metrics';
import type { Deed, ToldVisit } from '../../proof/history/deed.ts';
import { failures } from './booking.ts';
import { CLIENT_LOG } from './environment.ts';
import type { Response } from './request.ts';

/** k6's own; its types leave it to those of a browser, which has much that k6 has not. */
declare const console: { log(line: string): void };

/** How long the desk waits for what it changes. */
const deskWaiting = new Trend('desk_waiting', true);

/** What was asked for; whatever is left out was not part of it. */
export type Asked = Pick<Deed, 'by' | 'what' | 'salon'> &
  Partial<Pick<Deed, 'asked' | 'overlap' | 'seen' | 'ill' | 'undoes'>>;

/** Reads what was answered to a change and writes it into the clients' log. */
export function recordDeed(asked: Asked, sentAt: number, response: Response, expected: readonly number[]): Deed {
  const { blocked, connecting, duration } = response.timings;
  const deed: Deed = {
    ...{ op: 'change', asked: [], overlap: false, seen: [], ill: null, undoes: null },
    ...asked,
    ...{ sentAt, endedAt: sentAt + blocked + connecting + duration },
    status: response.status,
    requestId: response.headers['X-Request-Id'] ?? null,
    replay: response.headers['Idempotency-Replayed'] === 'true',
    ...answered(response),
  };
  failures.add(!expected.includes(deed.status));
  if (deed.by === 'desk') deskWaiting.add(duration);
  if (CLIENT_LOG) console.log(JSON.stringify(deed));
  return deed;
}

type Body = {
  code?: string;
  booking?: ToldVisit;
  visits?: ToldVisit[];
  change?: { id: string };
  conflicts?: Deed['conflicts'];
};

function answered({ status, body }: Response): Pick<Deed, 'code' | 'changeId' | 'visits' | 'conflicts'> {
  try {
    const { code, booking, visits = [], change, conflicts = [] } = JSON.parse(body) as Body;
    const refused = status >= 400;
    const told = booking === undefined ? visits : [booking];
    return { code: code ?? null, changeId: change?.id ?? null, visits: refused ? [] : told.map(plain), conflicts };
  } catch {
    return { code: null, changeId: null, visits: [], conflicts: [] }; // no answer, or not ours
  }
}

/** Names and prices are none of the log's business. */
const plain = ({ id, version, status, startsAt, endsAt, items }: ToldVisit): ToldVisit => ({
  ...{ id, version, status, startsAt, endsAt },
  items: items.map((item) => ({ staffId: item.staffId, startsAt: item.startsAt, endsAt: item.endsAt })),
});
