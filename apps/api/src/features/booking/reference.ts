import { randomInt } from 'node:crypto';

/** No letters or digits that are mistaken for one another on the phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a customer reads out: `K7QX-4M2P`. Random, so that it tells nobody how many bookings there are. */
export function newReference(random: (bound: number) => number = randomInt): string {
  const block = () => Array.from({ length: 4 }, () => ALPHABET[random(ALPHABET.length)]).join('');
  return `${block()}-${block()}`;
}

/** The reference somebody means who typed it with or without its hyphen; undefined: that is none. */
export function typedReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const isOne = letters.length === 8 && [...letters].every((letter) => ALPHABET.includes(letter));
  return isOne ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}
