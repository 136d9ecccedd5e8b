import { readFileSync } from 'node:fs';
import { protectiveHeaders } from '@salon/api/edge/headers';
import { getTransformedRoutes, type RouteWithSrc } from '@vercel/routing-utils';
import { expect, test } from 'vitest';

const config = JSON.parse(readFileSync('vercel.json', 'utf8'));
const { routes, error } = getTransformedRoutes(config);
const API = 'https://api.salon.example';
/** Asked by previews, so that nobody books a real visit while looking at a branch. */
const PREVIEW_API = 'https://api-preview.salon.example';
/** What a build puts there; its document is left to the API, which knows the salon. */
const FILES = ['/assets/main-abc123.js', '/icon.svg', '/demo/logo.svg'];

type Answer = { readonly from: string; readonly headers: Record<string, string> };

/** Where a request goes by the routes as Vercel reads them, and what it adds to the answer. */
function ask(path: string, host = 'termine.salon.example'): Answer {
  const headers: Record<string, string> = {};
  const walk = (phase: string | null) => {
    for (const route of phaseOf(phase)) {
      const match = new RegExp(route.src).exec(path);
      if (match === null || !(route.has ?? []).every((wanted) => isFor(wanted, host))) continue;
      Object.assign(headers, route.headers);
      if (!route.continue) return (route.dest ?? '').replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '');
    }
    return undefined;
  };
  const before = walk(null);
  if (before !== undefined) return { from: before, headers };
  if (FILES.includes(path)) {
    walk('hit');
    return { from: 'file', headers };
  }
  const from = walk('filesystem');
  if (from !== undefined) return { from, headers };
  walk('error');
  return { from: 'nowhere', headers };
}

/** Whether a route that asks for a host is for this one. */
function isFor(wanted: NonNullable<RouteWithSrc['has']>[number], host: string): boolean {
  expect(wanted.type).toBe('host');
  return new RegExp(String(wanted.value)).test(host);
}

/** The routes behind a handle, up to the next one; `null`: before the first. */
function phaseOf(wanted: string | null): RouteWithSrc[] {
  let phase: string | null = null;
  return (routes ?? []).filter((route): route is RouteWithSrc => {
    if ('handle' in route) phase = route.handle;
    return !('handle' in route) && phase === wanted;
  });
}

test('Vercel takes the file', () => {
  expect(error).toBeNull();
  const known = ['framework', 'installCommand', 'buildCommand', 'outputDirectory', 'routes'];
  expect(Object.keys(config)).toEqual(known);
  const words = new Set(config.routes.flatMap(Object.keys));
  expect(words).toEqual(new Set(['src', 'has', 'dest', 'headers', 'continue', 'handle']));
});

test('the API has one address in it, and that of previews too, each to be replaced in one place', () => {
  for (const address of [API, PREVIEW_API]) {
    expect(readFileSync('vercel.json', 'utf8').split(address), address).toHaveLength(2);
  }
});

test('a preview asks the API of previews for whatever the API of customers would be asked, and nothing else', () => {
  const paths = ['/', '/s/demo', '/b/TOKEN', '/desk', '/api/bookings/public', '/robots.txt', '/assets/main-xyz789.js'];
  for (const path of paths) {
    expect(ask(path).from).toBe(API + path);
    expect(ask(path, 'salon-git-branch-team.vercel.app').from).toBe(PREVIEW_API + path);
    expect(ask(path, 'vercel.app.salon.example').from).toBe(API + path);
  }
  expect(ask('/metrics', 'salon-git-branch-team.vercel.app').from).toBe('nowhere');
  expect(ask('/assets/main-abc123.js', 'salon-git-branch-team.vercel.app').from).toBe('file');
});

test.each([
  ['/s/demo', `${API}/s/demo`],
  ['/s/demo/legal/imprint', `${API}/s/demo/legal/imprint`],
  ['/b/TOKEN', `${API}/b/TOKEN`],
  ['/desk', `${API}/desk`],
  ['/desk/demo/calendar', `${API}/desk/demo/calendar`],
  ['/api/bookings/public', `${API}/api/bookings/public`],
  ['/robots.txt', `${API}/robots.txt`],
  ['/', `${API}/`],
  ['/assets/main-abc123.js', 'file'],
  ['/demo/logo.svg', 'file'],
  // Of a build that is not here yet, or no longer: the API that named it has it.
  ['/assets/main-xyz789.js', `${API}/assets/main-xyz789.js`],
  ['/inbox', 'nowhere'],
  ['/inbox/1', 'nowhere'],
  ['/metrics', 'nowhere'],
  ['/index.html', 'nowhere'],
  ['/desk.html', 'nowhere'],
  ['/desktop', 'nowhere'],
  ['/salon', 'nowhere'],
])('%s comes from %s', (path, from) => {
  expect(ask(path).from).toBe(from);
});

test('a file named by its content is kept for ever, and only where it was found', () => {
  const forever = 'public, max-age=31536000, immutable';
  expect(ask('/assets/main-abc123.js').headers['Cache-Control']).toBe(forever);
  for (const path of ['/assets/main-xyz789.js', '/icon.svg', '/s/demo', '/b/TOKEN']) {
    expect(ask(path).headers, path).not.toHaveProperty('Cache-Control');
  }
});

const byName = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
/** What the API would send with the same. */
const declared = Object.fromEntries(protectiveHeaders({}, true));

test('what Vercel answers itself is protected as the API would protect it', () => {
  const { 'cache-control': _, ...asset } = byName(ask('/assets/main-abc123.js').headers);
  expect(asset).toEqual(declared);
  // Mails show them.
  const shownElsewhere = { ...declared, 'cross-origin-resource-policy': 'cross-origin' };
  for (const path of ['/icon.svg', '/demo/logo.svg']) expect(byName(ask(path).headers), path).toEqual(shownElsewhere);
  for (const path of ['/metrics', '/salon']) expect(byName(ask(path).headers), path).toEqual(declared);
});

test('what the API answers is left as it is: it knows which of its answers are pages', () => {
  for (const path of ['/', '/s/demo', '/b/TOKEN', '/desk', '/api/bookings/public', '/assets/main-xyz789.js']) {
    expect(ask(path).headers, path).toEqual({});
  }
});
