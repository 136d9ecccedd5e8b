import { collectDefaultMetrics, Registry } from 'prom-client';

/** Figures of this process, with those of Node (memory, processor, event loop), each series with the process's name. */
export function processFigures(process: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  return registry;
}
