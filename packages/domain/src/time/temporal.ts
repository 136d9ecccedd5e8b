import { Temporal as polyfill } from 'temporal-polyfill';

/** The runtime's own `Temporal` where there is one, else the polyfill. */
export const Temporal = (globalThis as { Temporal?: typeof polyfill }).Temporal ?? polyfill;
