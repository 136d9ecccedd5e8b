import { memory } from '../../lib/local-memory.ts';

/** Whether something new is heard on this device: not unless somebody wants it. */
export const feedSound = memory<boolean>(() => localStorage, 'desk-sound');
