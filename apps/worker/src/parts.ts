import { setTimeout as rest } from 'node:timers/promises';
import { MAIL_QUEUE, MailJob } from '@salon/contracts/jobs';
import { keepMail } from '@salon/db/caught-mail';
import { openDatabase } from '@salon/db/pool';
import type { MailKind } from '@salon/emails/mail';
import { manageLinks } from '@salon/links/manage-link';
import { manageTokens } from '@salon/links/manage-token';
import { tellPostHog } from '@salon/telemetry/posthog';
import { processFigures } from '@salon/telemetry/process-figures';
import { tracedFor } from '@salon/telemetry/traces';
import { v7 } from 'uuid';
import type { Config } from './config.ts';
import { learningFigures } from './figures/learning-figures.ts';
import { mailFigures } from './figures/mail-figures.ts';
import { conversionRepo } from './learning/conversion.repo.ts';
import { tellConversions } from './learning/tell-conversions.ts';
import { ledgerRepo } from './ledger/ledger.repo.ts';
import { sweeper } from './ledger/sweeper.ts';
import type { Log } from './log.ts';
import { caughtDelivery, type Delivery, smtpDelivery } from './mail/deliver.ts';
import { type Outcome, sendMessage } from './mail/send-message.ts';
import { timeOffRepo } from './mail/time-off.repo.ts';
import { visitRepo } from './mail/visit.repo.ts';
import { outboxRepo } from './outbox/outbox.repo.ts';
import { eventPutAside } from './outbox/put-aside.ts';
import { relay } from './outbox/relay.ts';
import { queueBackend } from './queue/backend.ts';
import { handOver } from './queue/hand-over.ts';
import { mailQueue } from './queue/mail-queue.ts';
import { reportedFor } from './telemetry/reported-for.ts';
import { tellers } from './telemetry/tellers.ts';

/** Mails sent at once. Few: those who book go first, and a mail server takes one after another anyway. */
export const AT_ONCE = 4;
/**
 * How long a mail takes up its place at least, in milliseconds: twenty mails a second and worker. Whoever catches up with
 * ten thousand does it in minutes, and shares the machine meanwhile; one mail goes out at once.
 */
const PACE = 200;
/** The relay, the ledger, and as many mails. */
const CONNECTIONS = AT_ONCE + 2;

export type PartDeps = {
  readonly log: Log;
  /** Epoch milliseconds: the one clock of the ledger. */
  readonly clock: () => number;
  readonly random?: () => number;
  /** Another way out than the settings say. */
  readonly delivery?: Delivery;
  /** Another pace, in milliseconds a mail and place. */
  readonly pace?: number;
  /** Another clock by which a place is kept so long. */
  readonly rest?: (ms: number) => Promise<unknown>;
};

export type Parts = Awaited<ReturnType<typeof openParts>>;

/** What a worker is made of, connected to each other; the senders work at once, the rest when called. */
export async function openParts(config: Config, { log, clock, random = Math.random, ...deps }: PartDeps) {
  const told = tellers(log);
  const db = openDatabase(config.databaseUrl, 'salon-worker', CONNECTIONS);
  const ledger = ledgerRepo(db);
  const backend = queueBackend(config);
  const queue = mailQueue(backend, told('queue'));
  const registry = processFigures(config.figures.process);
  const figures = mailFigures(registry, queue.depth);
  const hand = handOver(queue, ledger, log);
  const putAside = eventPutAside(log, figures);
  const caught = () => caughtDelivery((mail) => keepMail(db.pool, mail, clock()));
  const delivery = deps.delivery ?? (config.smtpUrl === undefined ? caught() : smtpDelivery(config.smtpUrl, AT_ONCE));
  const send = {
    ...{ ledger, delivery, clock, random, log },
    visits: visitRepo(db),
    timeOff: timeOffRepo(db),
    links: manageLinks(config.publicUrl, manageTokens(config.secrets)),
    operator: config.mailFrom,
    publicUrl: config.publicUrl,
  };
  const { learning } = config;
  const done: Record<Outcome, number> = { sent: 0, again: 0, failed: 0, dropped: 0, put_off: 0, not_ours: 0 };
  let sending = 0;
  const senders = backend.makeWorker<MailJob>(
    MAIL_QUEUE,
    async (job) => {
      sending += 1;
      try {
        const free = (deps.rest ?? rest)(deps.pace ?? PACE);
        const mail = MailJob.parse(job.data);
        const kind = job.name as MailKind;
        const attributes = { 'messaging.message.id': mail.messageId, 'salon.id': mail.salonId };
        const about = { name: `mail ${kind}`, kind: 'consumer', attributes } as const;
        const work = () => sendMessage(send, mail);
        const began = performance.now();
        const outcome = await reportedFor(mail, kind, () => tracedFor(mail.requestId, about, work));
        done[outcome] += 1;
        figures.tried(kind, outcome, (performance.now() - began) / 1_000);
        // Whatever the server answered; what was never given to it takes up no place.
        if (outcome === 'sent' || outcome === 'again' || outcome === 'failed') await free;
        return outcome;
      } finally {
        sending -= 1;
      }
    },
    { concurrency: AT_ONCE },
  );
  senders.on('error', told('senders'));
  senders.on('failed', (_job, error) => log.error({ err: error }, 'a message could not be worked on'));
  // In Redis it waits for the server; PostgreSQL has to be there already, and the schema may be refused.
  if (backend.kind === 'postgres') await senders.waitUntilReady();
  return {
    ...{ db, ledger, queue, senders, done, registry },
    relayOnce: relay({
      outbox: outboxRepo(db, { conversions: learning !== undefined }),
      ledger,
      handOver: hand,
      clock,
      newId: () => v7(),
      putAside,
    }),
    /** Undefined where there is nobody to tell. */
    tellOnce:
      learning &&
      tellConversions({
        conversions: conversionRepo(db),
        tell: (events) => tellPostHog(learning, events),
        figures: learningFigures(registry),
        clock,
        random,
        log,
      }),
    sweep: sweeper({ ledger, handOver: hand, clock }),
    places: { queue: backend.kind, mail: delivery.kind },
    /** Finishes the mails that are being sent; what takes longer than `drain` (milliseconds) is left to its lease. */
    async close(drain: number): Promise<void> {
      const late = new Promise<void>((resolve) => setTimeout(resolve, drain).unref());
      // Idle, it would wait for the queue's next word, some seconds, before it believes that nothing is being done.
      await Promise.race([senders.close(sending === 0), late]);
      delivery.close();
      await Promise.race([Promise.all([queue.close(), db.pool.end(), db.probe.end()]), late]);
    },
  };
}
