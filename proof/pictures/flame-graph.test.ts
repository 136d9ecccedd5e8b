import { expect, test } from 'vitest';
import type { CpuProfile } from './cpu-profile.ts';
import { flameGraph, Profile } from './flame-graph.ts';
import { callTree } from './flame-graph-tree.ts';
import { svgOf } from './svg.ts';

const OURS = 'file:///home/me/salon/apps/api/src/booking.ts';
const library = (file: string) => `file:///home/me/salon/node_modules/.pnpm/x@1/node_modules/${file}`;
const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
  ...{ id, children },
  callFrame: { functionName, url, lineNumber: url === '' ? -1 : 9 },
});

/** A profile in which the function of each of these nodes was at work for a millisecond. */
const profileOf = (nodes: CpuProfile['nodes'], atWork: readonly number[]): CpuProfile => ({
  nodes,
  samples: [...atWork, 1],
  timeDeltas: [0, ...atWork.map(() => 1000)],
  startTime: 0,
});
const treeOf = ({ samples, ...profile }: CpuProfile) =>
  callTree({ samples, ...profile }, 0, (samples.length - 1) * 1000 - 1);

/** Name and hundredths, with what it called in brackets. */
const words = (calls: ReturnType<typeof treeOf>['calls']): string =>
  calls
    .map(({ name, share, calls: inner }) => `${name} ${Math.round(share * 100)}${inner[0] ? ` (${words(inner)})` : ''}`)
    .join(', ');

test('leaves waiting out and tells whose code was running', () => {
  const nodes = [
    node(1, '(root)', '', [2, 3, 4]),
    node(2, '(idle)', ''),
    node(3, '(garbage collector)', ''),
    node(4, 'tick', 'node:internal/task', [5]),
    node(5, 'book', OURS, [6, 7]),
    node(6, 'query', library('@scope/pg/lib/client.js')),
    node(7, '', 'file:///home/me/salon/packages/domain/src/time.ts'),
  ];
  const tree = treeOf(profileOf(nodes, [2, 2, 3, 5, 6, 6, 7, 7, 7, 7]));
  expect(tree.busy).toBe(0.8);
  expect(tree.own).toEqual({ ours: 0.625, library: 0.25, node: 0.125 });
  expect(words(tree.calls)).toBe('tick 88 (book 88 ((anonymous) 50, query 25)), garbage collection 13');
  expect(tree.calls[0]?.calls[0]).toMatchObject({ file: 'apps/api/src/booking.ts:10', whose: 'ours' });
  expect(tree.calls[0]?.calls[0]?.calls.map(({ file, whose }) => [file, whose])).toEqual([
    ['packages/domain/src/time.ts:10', 'ours'],
    ['@scope/pg/lib/client.js:10', 'library'],
  ]);
});

const URLS: Record<string, string> = {
  ours: OURS,
  native: '',
  node: 'node:net',
  pg: library('@x/pg/a.js'),
  pgToo: library('@x/pg/b.js'),
  pool: library('@x/pool/c.js'),
};

/** Each a stack from the outermost function to the one at work, and what of it is shown. */
test.each([
  ['recursion', 'walk:ours walk:ours leaf:ours', 'walk leaf'],
  ['recursion through another', 'a:ours b:ours a:ours c:ours', 'a c'],
  ['events within events', 'emit:node a:ours emit:node b:ours', 'emit a emit b'],
  ['a chain within Node', 'tick:node emit:node run:native book:ours', 'tick book'],
  ['what is native at the end', 'write:node flush:node writev:native', 'write writev'],
  ['a chain within a library', 'send:pg bind:pgToo', 'send'],
  ['two libraries', 'send:pg get:pool', 'send get'],
])('shows of %s', (_, given, shown) => {
  const stack = given.split(' ').map((one) => one.split(':'));
  const inner = stack.map(([name = '', of = ''], at) =>
    node(at + 2, name, URLS[of] ?? '', at + 1 < stack.length ? [at + 3] : []),
  );
  const tree = treeOf(profileOf([node(1, '(root)', '', [2]), ...inner], [stack.length + 1]));
  const names: string[] = [];
  for (let [call] = tree.calls; call; [call] = call.calls) names.push(call.name);
  expect(names.join(' ')).toBe(shown);
});

test('a deep stack is cut, and what took too little is left out', () => {
  const deep = Array.from({ length: 40 }, (_, at) => node(at + 2, `f${at}`, OURS, [at + 3]));
  const nodes = [node(1, '(root)', '', [2, 99]), ...deep, node(42, 'leaf', OURS), node(99, 'rare', OURS)];
  const tree = treeOf(profileOf(nodes, [...Array.from({ length: 300 }, () => 42), 99]));
  expect(words(tree.calls)).toMatch(/^f0 100 .*f24 100\)+$/);
});

test('nothing was measured in an empty stretch', () => {
  const tree = callTree(profileOf([node(1, '(root)', '')], [1]), 9e6, 1e7);
  expect(tree).toEqual({ busy: 0, own: { ours: 0, library: 0, node: 0 }, calls: [] });
});

test('the picture names what fits, and says where and when', async () => {
  const leaf = (name: string, share: number, whose: 'ours' | 'library' | 'node', file: string) => ({
    ...{ name, share, whose, file },
    calls: [],
  });
  const calls = [
    {
      ...leaf('processTicks', 0.9, 'node' as const, 'node:internal/task_queues'),
      calls: [
        leaf('bookVisit', 0.5, 'ours', 'apps/api/src/booking.service.ts:45'),
        leaf('(anonymous)', 0.2, 'library', '@fastify/helmet/index.js:203'),
        leaf('aVeryLongNameOfAFunction', 0.1, 'ours', 'apps/api/src/app.ts:1'),
        leaf('thin', 0.01, 'ours', 'apps/api/src/app.ts:9'),
      ],
    },
    leaf('garbage collection', 0.1, 'node', ''),
  ];
  const profile = {
    machine: { cpu: 'AMD EPYC', cores: 2, memoryGiB: 24, system: 'Linux 6' },
    date: '2026-11-22T10:00:00.000Z',
    versions: { node: '24.21.0', postgres: '18.4' },
    ...{ connections: 64, bookingsPerSecond: 1041.7 },
    tree: { busy: 0.86, own: { ours: 0.26, library: 0.2, node: 0.54 }, calls },
  };
  const svg = await svgOf(flameGraph(Profile.parse(profile)));
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text);
  expect(texts).toContain('Where an API process spends its time at 1,042 bookings a second');
  expect(texts.join(' ')).toMatch(/2\s×\sAMD EPYC, 24\sGiB, 2026-11-22/);
  expect(texts).toContain('our code 26 %');
  expect(texts).toContain('processTicks · task_queues');
  expect(texts).toContain('bookVisit · booking.service.ts');
  expect(texts).toContain('@fastify/helmet');
  expect(texts).toContain('aVeryLongNa…');
  expect(texts).toContain('garbage col…');
  expect(texts).not.toContain('thin');
  expect(svg).toContain('thin apps/api/src/app.ts:9, 1.0 %');
  expect(svg).toContain('fill="white"');
  expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
});
