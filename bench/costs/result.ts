import { type Spread, spread } from '../../proof/measuring/spread.ts';

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
export type Comparison<Name extends string> = { readonly [figure in Name]: Compared };
export type Cost = Comparison<keyof Figures>;

/** What a round found, by name. */
type Found<Name extends string> = { readonly [figure in Name]: number };

/** The middle of every figure by itself, of what was measured several times in a round. */
export function middle<Name extends string>(samples: readonly Found<Name>[]): Found<Name> {
  return each(samples[0], (figure) => spread(samples.map((sample) => sample[figure])).median);
}

/** Compares rounds with the base's rounds, pair by pair: what slows the machine for a while slows both. */
export function compare<Name extends string>(
  own: readonly Found<Name>[],
  base: readonly Found<Name>[],
): Comparison<Name> {
  return each(own[0], (figure) => ({
    ...spread(own.map((round) => round[figure])),
    change: spread(own.map((round, at) => percentMore(round[figure], base[at]?.[figure] ?? 0))),
  }));
}

/** Something of every figure; there has to be a round, which names them. */
function each<Name extends string, T>(
  figures: Found<Name> | undefined,
  of: (figure: Name) => T,
): { readonly [figure in Name]: T } {
  if (figures === undefined) throw new Error('nothing was measured');
  const names = Object.keys(figures) as Name[];
  return Object.fromEntries(names.map((name) => [name, of(name)])) as { [figure in Name]: T };
}

/** How much more than the base, in percent; nothing where the base is nothing. */
function percentMore(value: number, base: number): number {
  return base === 0 ? 0 : (value / base - 1) * 100;
}
