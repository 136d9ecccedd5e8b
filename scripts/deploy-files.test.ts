import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_VARIABLES } from '@salon/api/config';
import { WORKER_VARIABLES } from '@salon/worker/config';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { onPath } from '../proof/tools/on-path.ts';

/** Not for operators: a clock for tests alone; and the image and a checkout know where their page is. */
const NOT_DEPLOYED = ['TEST_NOW', 'WEB_DIR'];
const API = API_VARIABLES.filter((name) => !NOT_DEPLOYED.includes(name)).sort();
const WORKER = WORKER_VARIABLES.filter((name) => !NOT_DEPLOYED.includes(name)).sort();

type Entry = { key?: string; fromGroup?: string };
type Service = { name: string; startCommand?: string; preDeployCommand?: string; envVars?: Entry[] };

const render = parse(readFileSync('render.yaml', 'utf8')) as {
  services: Service[];
  envVarGroups: { name: string; envVars: Entry[] }[];
};
type Container = {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  restart: string;
  [more: string]: unknown;
};
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Container>;
  volumes: Record<string, unknown>;
};

/** What Render tells a service, its groups included. */
function toldByRender(name: string): string[] {
  const { envVars = [] } = render.services.find((service) => service.name === name) ?? {};
  const group = (wanted: string) => render.envVarGroups.find((one) => one.name === wanted)?.envVars ?? [];
  return envVars
    .flatMap((entry) => (entry.fromGroup === undefined ? entry : group(entry.fromGroup)))
    .map(({ key }) => key ?? '')
    .sort();
}

const toldByCompose = (name: string) => Object.keys(compose.services[name]?.environment ?? {}).sort();

describe('every variable that a program reads is declared, once, and nothing else', () => {
  test('at Render', () => {
    expect(toldByRender('salon-api')).toEqual(API);
    expect(toldByRender('salon-worker')).toEqual(WORKER);
  });

  test('with compose', () => {
    expect(toldByCompose('api-a')).toEqual(API);
    expect(toldByCompose('api-b')).toEqual(API);
    expect(toldByCompose('worker')).toEqual(WORKER);
  });

  test('and to whoever does something by hand, with the database as its owner', () => {
    const told = new Set(toldByCompose('ops'));
    const untold = [...API, ...WORKER].filter((name) => !told.has(name));
    expect(new Set(untold)).toEqual(new Set(['METRICS_PEERS', 'METRICS_PROCESS']));
    expect(compose.services.ops?.environment?.DATABASE_DIRECT_URL).toContain('//salon:');
  });

  test('and explained in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const explained = new Set([...example.matchAll(/^# ([A-Z][A-Z\d_]+)=/gm)].map(([, name]) => name));
    expect([...API, ...WORKER].filter((name) => !explained.has(name))).toEqual([]);
  });
});

test('what they start is there', () => {
  const started = [
    ...render.services.flatMap(({ startCommand = '', preDeployCommand = '' }) => [startCommand, preDeployCommand]),
    ...Object.values(compose.services).flatMap(({ image, command = [], entrypoint = [] }) =>
      image === 'salon' ? [...command, ...entrypoint] : [],
    ),
    readFileSync('Dockerfile', 'utf8'),
  ].flatMap((words) => words.match(/(apps|scripts|deploy)\/[\w/.-]+\.ts/g) ?? []);
  expect(new Set(started).size).toBeGreaterThanOrEqual(5);
  expect(started.filter((file) => !existsSync(file))).toEqual([]);
});

describe('of the containers', () => {
  const containers = Object.entries(compose.services);

  test.each(containers)('%s writes where it was told to alone, gains no rights and has limits', (_, container) => {
    expect(container).toMatchObject({
      ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
      ...{ mem_limit: expect.any(String), pids_limit: expect.any(Number), restart: expect.any(String) },
    });
    expect(container.image).toMatch(/^salon$|:v?\d+\.\d/);
    // The image of our own programs says itself who they are.
    if (container.cap_add !== undefined)
      expect(['NET_BIND_SERVICE', 'CHOWN']).toEqual(expect.arrayContaining(container.cap_add as string[]));
  });

  test.each(containers.filter(([, { restart }]) => restart !== 'no'))(
    '%s, which stays, says whether it is well',
    (_, container) => {
      expect(container.healthcheck).toHaveProperty('test');
    },
  );

  test('every file that is mounted is here, and every volume is named', () => {
    const sources = containers.flatMap(([, { volumes = [] }]) =>
      volumes.map((mount) => mount.replace(/\$\{\w+:-(\w+)\}/, '$1').split(':')[0] ?? ''),
    );
    const files = sources.filter((source) => source.startsWith('./'));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(new Set(sources.filter((source) => !source.startsWith('./')))).toEqual(
      new Set(Object.keys(compose.volumes)),
    );
  });

  test('who watches asks where somebody answers', () => {
    const prometheus = parse(readFileSync('ops/prometheus/prometheus.compose.yml', 'utf8'));
    const targets = (one: { static_configs: { targets: string[] }[] }) =>
      one.static_configs.flatMap((each) => each.targets);
    const asked: string[] = prometheus.scrape_configs.flatMap(targets);
    const answering = ['api-a', 'api-b', 'worker'].map(
      (name) => `${name}:${compose.services[name]?.environment?.METRICS_LISTEN}`,
    );
    expect(asked.sort()).toEqual(answering.sort());
    expect(prometheus.alerting.alertmanagers.flatMap(targets)).toEqual(['alertmanager:9093']);
    const [source] = parse(readFileSync('ops/grafana/provisioning/datasources/prometheus.yml', 'utf8')).datasources;
    expect(source.url).toBe('http://prometheus:9090');
    for (const name of ['prometheus', 'alertmanager', 'grafana']) {
      expect(compose.services[name]).toMatchObject({ profiles: ['monitoring'] });
      expect(compose.services[name]?.networks).toContain('inside');
    }
  });
});

test('image, pnpm and Node are the ones that are tested here', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const node = /^nodeVersion: (.+)$/m.exec(readFileSync('pnpm-workspace.yaml', 'utf8'))?.[1];
  const pnpm = /pnpm@([\d.]+)/.exec(readFileSync('scripts/boot/install.mjs', 'utf8'))?.[0];
  expect(dockerfile).toContain(`FROM node:${node}-`);
  expect(dockerfile).toContain(pnpm);
});

test('pages in an image are built for the API that it is told of, whatever they read of it', () => {
  const read = globSync('apps/web/{src,build}/**/*.{ts,tsx}', { exclude: (name) => name.endsWith('.test.ts') })
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((code) => code.match(/\bVITE_[A-Z\d_]+/g) ?? []);
  const taken = [...readFileSync('Dockerfile', 'utf8').matchAll(/^ARG (VITE_\w+)=$/gm)].map(([, name]) => name ?? '');
  expect(taken.sort()).toEqual([...new Set(read)].sort());
  const setting = (name: string) => `\${${name.replace('VITE_', '')}:-}`;
  const built = Object.values(compose.services).filter(({ build }) => build !== undefined);
  expect(built.map(({ build }) => build)).toEqual([
    { context: '.', args: Object.fromEntries(taken.map((name) => [name, setting(name)])) },
  ]);
  const { API_ORIGIN } = compose.services['api-a']?.environment ?? {};
  expect(API_ORIGIN).toBe(setting('VITE_API_ORIGIN'));
});

/** A program's own judgement of a file: 0 and silence, or what is wrong. */
function judged(program: string, args: string[], env: Record<string, string> = {}) {
  const found = onPath(program);
  if (found === undefined) throw new Error(`${program} is not there`);
  const { status, stdout, stderr } = spawnSync(found, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status, said: stdout + stderr };
}

/** With a word where it is not installed, as .ci/run does. */
function testWith(program: string, name: string, work: () => void): void {
  const there = onPath(program) !== undefined;
  if (!there) console.warn(`NOT TESTED: ${program} is not installed, so not tested: ${name}.`);
  test.skipIf(!there)(name, work);
}

testWith('check-jsonschema', 'render.yaml and the compose files say only what there is', () => {
  const files = ['docker-compose.yml', 'docker-compose.development.yml'];
  expect(judged('check-jsonschema', ['--builtin-schema', 'vendor.compose-spec', ...files])).toMatchObject({
    status: 0,
  });
  const schema = join('deploy', 'render.schema.json');
  expect(judged('check-jsonschema', ['--schemafile', schema, 'render.yaml'])).toMatchObject({ status: 0 });
});

testWith(
  'check-jsonschema',
  'the database that takes over and the one to read from can be had by removing a # each',
  () => {
    const lines = /^ {4}# (?=plan|highAvailability|readReplicas)/gm;
    const text = readFileSync('render.yaml', 'utf8');
    const better = text.replace('    plan: basic-1gb\n', '').replaceAll(lines, '    ');
    expect(parse(better).databases[0]).toMatchObject({
      plan: expect.stringMatching(/^pro-/),
      highAvailability: { enabled: true },
      readReplicas: [{ name: expect.any(String) }],
    });
    const folder = mkdtempSync(join(tmpdir(), 'salon-render-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'render.yaml');
    writeFileSync(file, better);
    const schema = join('deploy', 'render.schema.json');
    expect(judged('check-jsonschema', ['--schemafile', schema, file])).toMatchObject({ status: 0 });
  },
);

testWith('hadolint', 'the Dockerfile has nothing hadolint minds', () => {
  expect(judged('hadolint', ['Dockerfile'])).toMatchObject({ status: 0, said: '' });
});

testWith('caddy', 'the proxy takes its file', () => {
  const env = { DOMAIN: 'localhost', ACME_EMAIL: 'operator@salon.example' };
  const file = join('deploy', 'Caddyfile');
  expect(judged('caddy', ['validate', '--config', file], env)).toMatchObject({ status: 0 });
  expect(judged('caddy', ['fmt', '--diff', file], env).said.match(/^[+-].*$/gm) ?? []).toEqual([]);
});
