import { z } from 'zod';
import { atWork, type CpuProfile } from './cpu-profile.ts';

export const Whose = z.enum(['ours', 'library', 'node']);
/** Whose code a function is. */
export type Whose = z.infer<typeof Whose>;

/**
 * A function with what it called, and the part of the busy time that both took together (0 to 1). The file is
 * `apps/api/src/app.ts:10`, `pg/lib/client.js:10`, `node:net`, or empty for what is native.
 */
export const Call = z.object({
  name: z.string(),
  file: z.string(),
  whose: Whose,
  share: z.number(),
  get calls(): z.ZodArray<typeof Call> {
    return z.array(Call);
  },
});
export type Call = z.infer<typeof Call>;

/**
 * The calls of some time that are worth showing; how much of it was busy, and whose code ran in that, in parts of the
 * busy time (0 to 1).
 */
export const CallTree = z.object({ busy: z.number(), own: z.record(Whose, z.number()), calls: z.array(Call) });
export type CallTree = z.infer<typeof CallTree>;

type Frame = Omit<Call, 'share' | 'calls'> & { readonly native: boolean };
type Grown = { readonly frame: Frame; micros: number; readonly calls: Map<string, Grown> };

const LEAST_SHARE = 0.005;
const DEEPEST = 25;

const WORDS: Record<string, string> = { '(garbage collector)': 'garbage collection', '(program)': 'V8 and the kernel' };

/**
 * Who called whom between two moments of the profile's clock (microseconds), the longest first. To be readable it keeps
 * of Node and of a library only the function it was entered by and what is native at the end, closes recursion, and
 * leaves out waiting and whatever took less than half a hundredth of the time.
 */
export function callTree(profile: CpuProfile, from: number, to: number): CallTree {
  const stacks = stacksOf(profile);
  const roots = new Map<string, Grown>();
  const own = { ours: 0, library: 0, node: 0 };
  let [busy, all] = [0, 0];
  for (const { node, micros } of atWork(profile, from, to)) {
    all += micros;
    const stack = stacks.get(node) ?? [];
    if (stack.at(-1)?.name === '(idle)') continue;
    busy += micros;
    own[stack.at(-1)?.whose ?? 'node'] += micros;
    let calls = roots;
    for (const frame of readable(stack)) {
      const grown = calls.get(keyOf(frame)) ?? { frame, micros: 0, calls: new Map() };
      calls.set(keyOf(frame), grown);
      grown.micros += micros;
      calls = grown.calls;
    }
  }
  const part = (time: number) => (busy > 0 ? round(time / busy) : 0);
  return {
    busy: all > 0 ? round(busy / all) : 0,
    own: { ours: part(own.ours), library: part(own.library), node: part(own.node) },
    calls: worthShowing(roots, part),
  };
}

const keyOf = ({ name, file }: Frame) => `${name} ${file}`;
const round = (share: number) => Number(share.toFixed(4));

/** The functions of each node of the profile, from the outermost to its own. */
function stacksOf({ nodes }: CpuProfile): Map<number, readonly Frame[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const called = new Set(nodes.flatMap(({ children = [] }) => children));
  const stacks = new Map<number, readonly Frame[]>();
  const waiting = nodes.filter(({ id }) => !called.has(id)).map(({ id }) => ({ id, outer: [] as readonly Frame[] }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const node = byId.get(next.id);
    if (node === undefined) continue;
    const stack = node.callFrame.functionName === '(root)' ? [] : [...next.outer, frameOf(node.callFrame)];
    stacks.set(next.id, stack);
    for (const id of node.children ?? []) waiting.push({ id, outer: stack });
  }
  return stacks;
}

function frameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): Frame {
  const name = WORDS[functionName] ?? functionName.replace(/^RegExp: .*/s, 'RegExp');
  if (url === '' && lineNumber < 0) return { name: name || 'native', file: '', whose: 'node', native: true };
  const file = url.replace(/^file:\/\//, '').replace(/^.*\/node_modules\//, '');
  const place = (path: string) => ({ name: name || '(anonymous)', file: `${path}:${lineNumber + 1}`, native: false });
  if (/^(node|wasm):/.test(url)) return { ...place(''), file: url, whose: 'node' };
  // Parsers and serialisers that a library writes when it starts have no file.
  if (url === '') return { ...place('generated'), whose: 'library' };
  if (url.includes('/node_modules/')) return { ...place(file), whose: 'library' };
  return { ...place(file.replace(/^.*?\/(apps|packages)\//, '$1/')), whose: 'ours' };
}

/** What of a stack is shown, at most so deep. */
function readable(stack: readonly Frame[]): readonly Frame[] {
  const shown: Frame[] = [];
  for (const [index, frame] of stack.entries()) {
    const outer = shown.at(-1);
    if (frame.native ? index < stack.length - 1 : outer && packageOf(outer) === packageOf(frame)) continue;
    // What Node hands events on with is found again and again without being recursion.
    const before = frame.whose === 'node' ? -1 : shown.findIndex((one) => keyOf(one) === keyOf(frame));
    if (before < 0) shown.push(frame);
    else shown.length = before + 1;
  }
  return shown.slice(0, DEEPEST);
}

/** The part of the programme within which only the way in is shown; each of our own functions is one by itself. */
function packageOf({ whose, name, file }: Frame): string {
  if (whose === 'node') return whose;
  return whose === 'ours' ? `${name} ${file}` : (/^(@[^/]+\/)?[^/:]+/.exec(file)?.[0] ?? file);
}

function worthShowing(grown: ReadonlyMap<string, Grown>, part: (micros: number) => number): Call[] {
  return [...grown.values()]
    .toSorted((a, b) => b.micros - a.micros)
    .filter(({ micros }) => part(micros) >= LEAST_SHARE)
    .map(({ frame: { native: _, ...frame }, micros, calls }) => ({
      ...frame,
      share: part(micros),
      calls: worthShowing(calls, part),
    }));
}
