import type { Database } from '@salon/db/pool';
import { Gauge, type Registry } from 'prom-client';

/** How this process stands with its connections to the database. */
export function countConnections(registry: Registry, { pool }: Database): void {
  new Gauge({
    name: 'jn_database_pool_connections',
    help: 'Connections of this process to the database, by what they do.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    },
  });
  new Gauge({
    name: 'jn_database_pool_waiting',
    help: 'Requests of this process that wait for one.',
    registers: [registry],
    collect() {
      this.set(pool.waitingCount);
    },
  });
}
