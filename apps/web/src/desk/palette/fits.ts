import { spellings } from '../../lib/fold.ts';

/** Whether a name holds every word that was typed, at the beginning of one of its own, however its umlauts are typed. */
export function fits(name: string, typed: string): boolean {
  const words = spellings(name).flatMap((one) => one.split(/[^\p{L}\p{N}]+/u));
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => spellings(part).some((way) => words.some((word) => word.startsWith(way))));
}
