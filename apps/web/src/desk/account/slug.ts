import { spellings } from '../../lib/fold.ts';

/** The longest address of a booking page. */
const LONGEST = 63;

/** An address made of a salon's name: "Haar & Bart, Köln" becomes `haar-bart-koeln`. */
export function slugOf(name: string): string {
  return (spellings(name).at(-1) ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
