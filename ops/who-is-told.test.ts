import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { afterAll, expect, test } from 'vitest';
import { until } from '../proof/stack/processes.ts';
import { undoStack } from '../proof/stack/undo-stack.ts';
import { rules } from './test/expressions.ts';
import { ALERTMANAGER } from './test/tools.ts';

const CONFIG = join(import.meta.dirname, 'alertmanager/alertmanager.yml');
const PATIENCE_MS = 20_000;
const HOUR = 3_600_000;

type Told = {
  readonly labels: { readonly alertname: string };
  readonly receivers: readonly { readonly name: string }[];
  readonly status: { readonly inhibitedBy: readonly string[] };
};

const undo = undoStack();
afterAll(() => undo.undo());

/** Alertmanager with the settings as they are; at the addresses it tells, nobody listens. */
async function startAlertmanager(program: string) {
  const folder = mkdtempSync(join(tmpdir(), 'salon-alertmanager-'));
  undo.add(() => rmSync(folder, { recursive: true, force: true }));
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = [`--config.file=${CONFIG}`, `--storage.path=${folder}`, `--web.listen-address=${new URL(url).host}`];
  const child = spawn(program, [...args, '--cluster.listen-address='], { stdio: 'ignore' });
  undo.add(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  await until(async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok === true, 'it', PATIENCE_MS);

  const post = async (names: readonly string[], endsAt: number) => {
    const alerts = names.map((alertname) => ({ labels: { alertname }, endsAt: new Date(endsAt).toISOString() }));
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v2/alerts`, { method: 'POST', headers, body: JSON.stringify(alerts) });
    expect(answer.status).toBe(200);
  };
  return {
    fires: (...names: string[]) => post(names, Date.now() + HOUR),
    isOver: (...names: string[]) => post(names, Date.now() - 1_000),
    alerts: async () => (await (await fetch(`${url}/api/v2/alerts`)).json()) as Told[],
    async heldBack() {
      const held = (await this.alerts()).filter(({ status }) => status.inhibitedBy.length > 0);
      return held.map(({ labels }) => labels.alertname).sort();
    },
  };
}

test.skipIf(!ALERTMANAGER)('what follows from something worse is held back, and nothing else is', async () => {
  const manager = await startAlertmanager(ALERTMANAGER ?? '');
  const all = rules().flatMap(({ alert }) => alert ?? []);
  const shows = (names: string[]) => expect.poll(() => manager.heldBack(), { timeout: PATIENCE_MS }).toEqual(names);

  // One of several instances, and the database: the first holds back nothing, whatever else goes wrong is news.
  await manager.fires(...all.filter((name) => name !== 'ProductDown'));
  await shows(['BookingsStopped', 'DatabaseConnections', 'HighErrorRate', 'SlowBookings']);

  await manager.isOver('DatabaseDown');
  await manager.fires('ProductDown');
  await shows(['BookingsStopped', 'HighErrorRate', 'InstanceDown', 'SlowBookings']);
});
