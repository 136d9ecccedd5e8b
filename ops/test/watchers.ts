import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { parse, stringify } from 'yaml';
import { ALERTMANAGER, PROMETHEUS } from './tools.ts';

const OPS = join(import.meta.dirname, '..');
const DURATION = /(?<=[[ ])(\d+)([smhdw])(?=[\],\s]|$)/g;
const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 } as Record<string, number>;

/** How many times faster a test lives. */
const FASTER = 60;

/** A rule's text, or an expression, with every duration a sixtieth of itself: a minute becomes a second. */
export const faster = (text: string) =>
  text.replaceAll(
    DURATION,
    (_, number, unit) => `${Math.max(1, Math.round((number * (SECONDS[unit] ?? 0)) / FASTER))}s`,
  );

type Options = { readonly folder: string; readonly target: string; readonly token: string; readonly webhook: string };

/** Prometheus and Alertmanager as `ops/` sets them up, but for addresses, and for time going faster. */
export async function startWatchers({ folder, target, token, webhook }: Options) {
  const [prometheusPort, alertmanagerPort] = [await freePort(), await freePort()];
  mkdirSync(folder, { recursive: true });
  const read = (file: string) => readFileSync(join(OPS, file), 'utf8');

  const prometheus = parse(read('prometheus/prometheus.yml'));
  prometheus.global = { scrape_interval: '1s', evaluation_interval: '1s', scrape_timeout: '1s' };
  prometheus.alerting.alertmanagers[0].static_configs[0].targets = [`127.0.0.1:${alertmanagerPort}`];
  prometheus.scrape_configs[0].static_configs[0].targets = [target];
  prometheus.scrape_configs[0].authorization.credentials_file = 'token';
  writeFileSync(join(folder, 'token'), token);
  writeFileSync(join(folder, 'rules.yml'), faster(read('prometheus/rules.yml')));
  writeFileSync(join(folder, 'prometheus.yml'), stringify(prometheus));

  const alertmanager = parse(read('alertmanager/alertmanager.yml').replaceAll(/http:\/\/127\.0\.0\.1:9099/g, webhook));
  alertmanager.route.routes[0].group_wait = '0s';
  alertmanager.route.group_interval = '1s';
  writeFileSync(join(folder, 'alertmanager.yml'), stringify(alertmanager));

  const start = (program: string | undefined, args: string[]) => {
    const child = spawn(program ?? '', args, { cwd: folder, stdio: 'ignore' });
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    const ended = once(child, 'exit').then(() => process.off('exit', endWithUs));
    return async () => {
      child.kill('SIGKILL');
      await ended;
    };
  };
  const stops = [
    start(ALERTMANAGER, [
      '--config.file=alertmanager.yml',
      '--storage.path=alertmanager',
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      '--cluster.listen-address=',
    ]),
    start(PROMETHEUS, [
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=prometheus',
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
    ]),
  ];
  return {
    url: `http://127.0.0.1:${prometheusPort}`,
    stop: async () => void (await Promise.all(stops.map((stop) => stop()))),
  };
}
