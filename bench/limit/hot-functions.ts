/** A V8 profile, as far as it is read here: deltas and times are microseconds, of the monotonic clock. */
export type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
};

export type HotFunction = { readonly where: string; readonly micros: number };

/**
 * Time spent in each function itself between two moments of the profile's clock, most first. What V8 calls (idle),
 * (program) and (garbage collector) is listed like a function.
 */
export function hotFunctions(profile: CpuProfile, from: number, to: number): HotFunction[] {
  const where = new Map(profile.nodes.map(({ id, callFrame }) => [id, place(callFrame)]));
  const self = new Map<string, number>();
  let at = profile.startTime;
  for (const [index, node] of profile.samples.entries()) {
    at += profile.timeDeltas[index] ?? 0;
    // A delta is the time until its sample; the sample stands for the time until the next one.
    const lasts = profile.timeDeltas[index + 1] ?? 0;
    if (at < from || at > to) continue;
    const name = where.get(node) ?? '(unknown)';
    self.set(name, (self.get(name) ?? 0) + lasts);
  }
  return [...self].map(([name, micros]) => ({ where: name, micros })).toSorted((a, b) => b.micros - a.micros);
}

function place({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/(apps|packages)\//, '$1/');
  return file === '' ? functionName || '(native)' : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
}
