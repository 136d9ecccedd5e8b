import { report } from '@salon/telemetry/reports';
import { stormGuard } from '@salon/telemetry/storm-guard';
import type { Log } from '../log.ts';

/**
 * Who says in the log, and to whoever is told of errors, that a part of the worker failed. The parts try again by themselves,
 * some of them each second: of each one report a minute is enough.
 */
export const tellers = (log: Log) => (what: string) => {
  const mayReport = stormGuard(undefined, 1);
  return (error: Error) => {
    log.warn({ err: error }, what);
    if (mayReport()) report({ error }, { feature: 'worker', fault: isQueue(what) ? 'queue' : 'database' });
  };
};

const isQueue = (what: string) => what === 'queue' || what === 'senders';
