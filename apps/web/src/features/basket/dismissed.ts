import { memory } from '../../lib/local-memory.ts';

/** Whether somebody wants no suggestions for this visit; asked anew with the next one. */
export const dismissedAt = (slug: string) => memory<boolean>(() => sessionStorage, `no suggestions ${slug}`);
