import type { World } from '../world.ts';

/** Does one fault and undoes it; returns what it did, in words. Throws when it could not be done. */
export type Inject = (world: World, fault: { lasts: number; pick: number }) => Promise<string>;
