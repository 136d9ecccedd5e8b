import { createHash } from 'node:crypto';

export type Random = ReturnType<typeof seededRandom>;

/**
 * Chance that repeats: equal seeds draw equal numbers on every machine. The generator is sfc32,
 * small and fast, with its state taken from a hash of the seed.
 */
export function seededRandom(seed: string) {
  const state = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => state.readUInt32LE(at)) as [number, number, number, number];

  /** A whole number of 32 bits. */
  function bits(): number {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return result >>> 0;
  }

  /** From 0 up to, not including, 1. */
  const share = () => bits() / 2 ** 32;

  /** A whole number from 0 up to, not including, `bound`. */
  const below = (bound: number) => Math.floor(share() * bound);

  const chance = (probability: number) => share() < probability;

  /** One of a list that is not empty. */
  function pick<T>(list: readonly T[]): T {
    const index = below(list.length);
    if (index >= list.length) throw new RangeError('Nothing to pick from');
    return list[index] as T;
  }

  /** One of a list, each as likely as its weight says. */
  function weighted<T>(list: readonly T[], weightOf: (one: T) => number): T {
    let rest = share() * list.reduce((sum, one) => sum + weightOf(one), 0);
    const found = list.find((one) => {
      rest -= weightOf(one);
      return rest < 0;
    });
    return found ?? pick(list);
  }

  return { bits, below, chance, pick, share, weighted };
}
