import { MAIL_QUEUE } from '@salon/contracts/jobs';
import type { MailKind } from '@salon/emails/mail';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Outcome } from '../mail/send-message.ts';
import { KNOWN_MAILS } from '../queue/urgency.ts';

/** How it goes with the mails. */
export type MailFigures = ReturnType<typeof mailFigures>;

/** What becomes of a try to send; one that found its mail taken by somebody else says nothing. */
const OUTCOMES = ['sent', 'again', 'failed', 'dropped'] as const satisfies readonly Outcome[];

/** `depth`: how many mails the queue itself holds. */
export function mailFigures(registry: Registry, depth: () => Promise<number>) {
  const mails = new Counter({
    name: 'jn_mails_total',
    help: 'Tries to send a mail, by what became of it: sent, to be tried again, failed for good, or dropped as out of date.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  // A series that is born with its first event shows no increase.
  for (const kind of KNOWN_MAILS) for (const outcome of OUTCOMES) mails.inc({ kind, outcome }, 0);
  const aside = new Counter({
    name: 'jn_events_put_aside_total',
    help: 'Events of bookings whose mails could not be worked out, each time one was put aside to be tried again later.',
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'jn_mail_duration_seconds',
    help: 'How long a try took.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  new Gauge({
    name: 'jn_queue_depth',
    help: 'Mails the queue itself holds, those that wait.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      // While it cannot be asked nobody knows.
      const waiting = await depth().catch(() => undefined);
      this.reset();
      if (waiting !== undefined) this.set({ queue: MAIL_QUEUE }, waiting);
    },
  });
  return {
    tried(kind: MailKind, outcome: Outcome, seconds: number): void {
      if (outcome === 'not_ours') return;
      mails.inc({ kind, outcome });
      duration.observe(seconds);
    },
    putAside: () => aside.inc(),
  };
}
