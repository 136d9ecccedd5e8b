import { sha256 } from 'k6/crypto';
import type { Attempt } from '../../proof/history/attempt.ts';
import type { Response } from './request.ts';

/** What a customer learns from an answer. */
export type Answer = Pick<Attempt, 'status' | 'code' | 'bookingId' | 'answer' | 'items' | 'alternatives'>;

const OPENING = '{"booking":';
const CLOSING = ',"duplicate":';

/** Reads what was answered to a booking. */
export function answerOf({ status, body }: Response): Answer {
  const none: Answer = { status, code: null, bookingId: null, answer: null, items: null, alternatives: null };
  if (status === 0) return none;
  if (status === 200 || status === 201) {
    const text = body.slice(OPENING.length, body.lastIndexOf(CLOSING));
    const bookingId = /"id":"([^"]+)"/.exec(text)?.[1] ?? null;
    return { ...none, bookingId, answer: sha256(text, 'hex').slice(0, 16), items: itemsOf(text) };
  }
  try {
    const problem = JSON.parse(body) as { code?: string; alternatives?: unknown[] };
    return { ...none, code: problem.code ?? null, alternatives: problem.alternatives?.length ?? null };
  } catch {
    return none; // not ours: a proxy's page
  }
}

/** Who does what when in a visit of several services; of one, its start says all. */
function itemsOf(text: string): Answer['items'] {
  if (text.indexOf('"serviceId"') === text.lastIndexOf('"serviceId"')) return null;
  try {
    const { items } = JSON.parse(text) as { items: NonNullable<Answer['items']> };
    return items.map(({ service, staffId, startsAt, endsAt }) => ({ service, staffId, startsAt, endsAt }));
  } catch {
    return null; // cut off on the way
  }
}

/** A refusal that helps: the time is taken, and here are others. */
export const isHelpful = ({ code, alternatives }: Answer) => code === 'slot_taken' && (alternatives ?? 0) > 0;
