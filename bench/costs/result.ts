import { type Spread, spread } from '../limit/spread.ts';

/** What one booking cost. */
export type Figures = {
  /** Microseconds of its backend's processor time, in it and in the system. */
  readonly cpuMicros: number;
  /** Microseconds until the answer, waiting for the disk included. */
  readonly elapsedMicros: number;
  /** Bytes of log, page images included. */
  readonly walBytes: number;
  /** Bytes of page images: the first change of a page after a checkpoint logs the whole page. */
  readonly imageBytes: number;
};

/** A figure over all rounds; `change` is its difference in percent to the base of the same round. */
export type Compared = Spread & { readonly change: Spread };
export type Cost = { readonly [figure in keyof Figures]: Compared };

/** The middle of every figure by itself, of what was measured several times in a round. */
export function middle(samples: readonly Figures[]): Figures {
  const of = (figure: keyof Figures) => spread(samples.map((sample) => sample[figure])).median;
  return {
    cpuMicros: of('cpuMicros'),
    elapsedMicros: of('elapsedMicros'),
    walBytes: of('walBytes'),
    imageBytes: of('imageBytes'),
  };
}

/** Compares rounds with the base's rounds, pair by pair: what slows the machine for a while slows both. */
export function compare(own: readonly Figures[], base: readonly Figures[]): Cost {
  const of = (figure: keyof Figures): Compared => ({
    ...spread(own.map((round) => round[figure])),
    change: spread(own.map((round, at) => percentMore(round[figure], base[at]?.[figure] ?? 0))),
  });
  return {
    cpuMicros: of('cpuMicros'),
    elapsedMicros: of('elapsedMicros'),
    walBytes: of('walBytes'),
    imageBytes: of('imageBytes'),
  };
}

/** How much more than the base, in percent; nothing where the base is nothing. */
function percentMore(value: number, base: number): number {
  return base === 0 ? 0 : (value / base - 1) * 100;
}
