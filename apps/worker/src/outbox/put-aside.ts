import { report } from '@salon/telemetry/reports';
import { stormGuard } from '@salon/telemetry/storm-guard';
import type { MailFigures } from '../figures/mail-figures.ts';
import type { Log } from '../log.ts';
import type { OutboxEvent } from './messages-of.ts';

/**
 * Who says in the log, in the figures and to whoever is told of errors that an event was put aside. The log names each one;
 * a minute brings one report at most, since a salon that is wrong is so for all its events.
 */
export function eventPutAside(log: Log, figures: Pick<MailFigures, 'putAside'>) {
  const mayReport = stormGuard(undefined, 1);
  return ({ salonId, id, kind, bookingId, requestId }: OutboxEvent, error: Error): void => {
    log.error({ err: error, salonId, eventId: id, kind, bookingId, requestId }, 'an event was put aside');
    figures.putAside();
    if (mayReport()) report({ error }, { feature: 'worker' });
  };
}
