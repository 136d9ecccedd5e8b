import { atWork, type CpuProfile } from '../../proof/pictures/cpu-profile.ts';

export type HotFunction = { readonly where: string; readonly micros: number };

/**
 * Time spent in each function itself between two moments of the profile's clock, most first. What V8 calls (idle),
 * (program) and (garbage collector) is listed like a function.
 */
export function hotFunctions(profile: CpuProfile, from: number, to: number): HotFunction[] {
  const where = new Map(profile.nodes.map(({ id, callFrame }) => [id, place(callFrame)]));
  const self = new Map<string, number>();
  for (const { node, micros } of atWork(profile, from, to)) {
    const name = where.get(node) ?? '(unknown)';
    self.set(name, (self.get(name) ?? 0) + micros);
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
