import { setTimeout as rest } from 'node:timers/promises';
import type { MailJob } from '@salon/contracts/jobs';
import { isConnectionLoss, isTimeout } from '@salon/db/sql-state';
import { report } from '@salon/telemetry/reports';
import type { Lease, LedgerRepo } from '../ledger/ledger.repo.ts';
import { MOST_TRIES, pauseAfter } from '../ledger/next-try.ts';
import type { Log } from '../log.ts';
import type { Delivery } from './deliver.ts';
import { type ModelDeps, modelOf } from './model-of.ts';
import { isOurs, refusalOf } from './refusal.ts';

/**
 * How long a message belongs to whoever took it, in milliseconds: longer than sending it and noting that may take, which
 * come to 147 s when each statement and the mail itself take as long as they may.
 */
const LEASE = 150_000;
/** How long we try to note what became of a mail, and how often: a database is restarted in seconds. */
const NOTING = 30_000;
const NOTE_AGAIN = 500;

/** `put_off`: nothing was tried, it waits until the visit is settled or is told of anew. */
export type Outcome = 'sent' | 'again' | 'failed' | 'dropped' | 'put_off' | 'not_ours';

export type SendDeps = ModelDeps & {
  readonly ledger: Pick<LedgerRepo, 'take' | 'sent' | 'again' | 'failed' | 'dropped' | 'movedOn'>;
  readonly delivery: Pick<Delivery, 'deliver'>;
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Log;
};

/**
 * Sends the message of a job: takes it in one statement, reads its booking afresh, and does not send it when that has
 * changed since. Twice is the same as once, with one exception: whoever dies, or loses the database for long, between the
 * server's "taken" and the note of it leaves a message that is sent again when the lease ends; both copies bear the same
 * Message-ID. Rejects only when the database cannot be reached.
 */
export async function sendMessage(deps: SendDeps, job: MailJob): Promise<Outcome> {
  const began = performance.now();
  const lease = await deps.ledger.take(job, deps.clock() + LEASE);
  if (lease === undefined) return 'not_ours';
  const { why, note, ...meant } = await send(deps, lease);
  const held = await noted(note);
  const outcome = typeof held === 'string' ? held : meant.outcome;
  const { salonId, messageId, kind, attempts } = lease;
  const ms = Math.round(performance.now() - began);
  const line = {
    requestId: job.requestId,
    salon: salonId,
    message: messageId,
    kind,
    attempt: attempts,
    outcome,
    why,
    ms,
  };
  if (outcome === 'sent' || outcome === 'dropped' || outcome === 'put_off') deps.log.info(line, 'mail');
  else deps.log.warn(line, 'mail');
  if (!held) deps.log.warn(line, 'sending took longer than its lease; it may have been sent twice');
  return outcome;
}

type Result = {
  readonly outcome: Outcome;
  /** A reason or a kind of error, never the server's words: they name the recipient. */
  readonly why?: string;
  /** Whether the lease held; the outcome itself, where only the note decides it. */
  readonly note: () => Promise<boolean | Outcome>;
};

async function send(deps: SendDeps, lease: Lease): Promise<Result> {
  const { ledger, clock } = deps;
  if (lease.attempts > MOST_TRIES) {
    const words = `Sending was begun ${lease.attempts - 1} times and never came to an end.`;
    return { outcome: 'failed', why: 'never_ended', note: () => ledger.failed(lease, words) };
  }
  try {
    const model = await modelOf(deps, lease, clock());
    if ('drop' in model && model.drop === 'moved_on') {
      const note = async () => (await ledger.movedOn(lease, clock())) ?? false;
      return { outcome: 'dropped', why: model.drop, note };
    }
    if ('drop' in model) {
      return { outcome: 'dropped', why: model.drop, note: () => ledger.dropped(lease, model.drop) };
    }
    await deps.delivery.deliver(model.mail, lease.messageId);
    return { outcome: 'sent', note: () => ledger.sent(lease, clock()) };
  } catch (error) {
    const { permanent, words } = refusalOf(error);
    const pause = permanent ? undefined : pauseAfter(lease.attempts, deps.random());
    const why = codeOf(error);
    // Of a fault of ours its first try tells all; of a server, only that it never took the mail. One nobody can have is no error.
    if (isOurs(error) && lease.attempts === 1) report({ error }, { code: why });
    else if (pause === undefined && !permanent)
      report({ error: new Error('no mail server took it') }, { code: why, fault: 'mail' });
    if (pause === undefined) return { outcome: 'failed', why, note: () => ledger.failed(lease, words) };
    return { outcome: 'again', why, note: () => ledger.again(lease, clock() + pause, words) };
  }
}

/** Notes what became of a mail, over a restart of the database if need be. */
async function noted<T>(note: () => Promise<T>): Promise<T> {
  for (const giveUpAt = performance.now() + NOTING; ; await rest(NOTE_AGAIN)) {
    try {
      return await note();
    } catch (error) {
      const passes = isConnectionLoss(error) || isTimeout(error);
      if (!passes || performance.now() > giveUpAt) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  const { responseCode, code, name } = error as { responseCode?: number; code?: string; name?: string };
  return String(responseCode ?? code ?? name ?? 'unknown');
}
