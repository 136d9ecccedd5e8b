/** A V8 profile, as far as it is read here: deltas and times are microseconds, of the monotonic clock. */
export type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    /** The nodes it called. */
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
};

/** The nodes at work between two moments of the profile's clock, one after the other, each with its time. */
export function* atWork(profile: CpuProfile, from: number, to: number): Generator<{ node: number; micros: number }> {
  let at = profile.startTime;
  for (const [index, node] of profile.samples.entries()) {
    at += profile.timeDeltas[index] ?? 0;
    // A delta is the time until its sample; the sample stands for the time until the next one.
    if (at >= from && at <= to) yield { node, micros: profile.timeDeltas[index + 1] ?? 0 };
  }
}
