import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginSecrets } from '@salon/api/features/login/login-secrets';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { freePort } from '@salon/db/embedded/free-port';
import { manageTokens } from '@salon/links/manage-token';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApis } from '../../proof/stack/product.ts';
import { operatorsDesk } from './ops.fixture.ts';

let desk: Awaited<ReturnType<typeof operatorsDesk>>;
const processes: { readonly url: string; stop(): Promise<void> }[] = [];

async function startApi() {
  const port = await freePort();
  const { dataDir, ownerUrl } = desk;
  const { stop } = await startApis({
    port,
    apis: 1,
    dataDir,
    ownerUrl,
    apiUrl: await apiUrlOf(dataDir, ownerUrl),
    env: {},
  });
  processes.push({ url: `http://127.0.0.1:${port}`, stop });
}

beforeAll(async () => {
  desk = await operatorsDesk();
  // One after the other: both bring the API's role up to date.
  await startApi();
  await startApi();
});
afterAll(async () => {
  await Promise.all(processes.map(({ stop }) => stop()));
  await desk.leave();
});

const OLD = 'the-secret-of-before-with-at-least-32-characters';
const opens = (secrets: readonly string[], token: string) => manageTokens(secrets).verify(token) !== undefined;
const link = (secrets: readonly string[]) => manageTokens(secrets).sign(v7(), v7(), 1);

describe('read-only', () => {
  const readOnly = (...args: string[]) => desk.ops(['read-only', ...args]);

  /** What each process answers to somebody who wants to change something. */
  const answers = () =>
    Promise.all(
      processes.map(async ({ url }) => {
        const body = JSON.stringify({ email: 'lea@kunde.example' });
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`${url}/api/salons/nowhere/lost-link`, { method: 'POST', body, headers });
        const { code } = (await answer.json()) as { code: string };
        return [answer.status, code, Number(answer.headers.get('retry-after')) > 0];
      }),
    );

  const REFUSED = [503, 'read_only', true];
  const TAKEN = [404, 'salon_not_found', false];
  const soon = { timeout: 60_000 };

  test('one command switches every process that runs, and another switches back', async () => {
    expect(await answers()).toEqual([TAKEN, TAKEN]);
    const until = '2099-11-24T14:30+01:00';
    const on = await readOnly(
      'on',
      '--until',
      until,
      '--zone',
      'Europe/Berlin',
      '--reason',
      'a larger disk',
      '--by',
      'maren',
    );
    expect([on.status, on.stdout]).toEqual([0, expect.stringContaining('on: until 2099-11-24 14:30 Europe/Berlin')]);
    await expect.poll(answers, soon).toEqual([REFUSED, REFUSED]);
    const { stdout } = await readOnly('status');
    expect(stdout).toContain('It ends when somebody ends it');
    expect(stdout).toMatch(/^Switched by maren, .*: a larger disk$/m);
    expect((await desk.ops(['doctor'], { DATABASE_URL: desk.ownerUrl })).stdout).toMatch(/^warn +read-only +on/m);

    expect((await readOnly('off', '--by', 'jonas')).stdout).toContain('Read-only mode is off; last switched by jonas');
    await expect.poll(answers, soon).toEqual([TAKEN, TAKEN]);
  });

  test('what is not understood is refused, and nothing is switched', async () => {
    const cases: [string[], string][] = [
      [['on', '--ends-itself'], 'Usage'],
      [['off', '--until', '14:30'], 'Usage'],
      [['maybe'], 'Usage'],
      [['on', '--until', 'soon'], 'expected 14:30'],
      [['on', '--zone', 'Elbe'], 'expected a time zone'],
      [['on', '--reason', 'a larger disk\nSwitched by nobody'], '--reason: expected one line of 1 to 500'],
      [['on', '--by', `maren\u001b[31m`], '--by: expected one line'],
    ];
    for (const [args, why] of cases) {
      const { status, stdout, stderr } = await readOnly(...args);
      expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining(why)]);
    }
    expect(await answers()).toEqual([TAKEN, TAKEN]);
  });

  test('without its database it says how to do it all the same', async () => {
    const { status, stderr } = await desk.ops(['read-only', 'on'], {
      DATABASE_URL: 'postgresql://salon@127.0.0.1:1/salon',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('set READ_ONLY_MODE=true')]);
  });
});

describe('create-owner', () => {
  const createOwner = (...args: string[]) =>
    desk.ops(['create-owner', '--mail', 'Maren@salon.example', '--salon', 'elbe', ...args], {
      PUBLIC_URL: 'https://termine.salon.example',
    });
  const mails = async () => {
    const { rows } = await desk.pool.query("select content->>'url' as url from message where kind = 'invitation'");
    return rows.map(({ url }) => url as string);
  };

  test('makes a salon and invites its owner by mail, once however often it is typed', async () => {
    const first = await createOwner('--salon-name', 'Salon Elbe', '--name', 'Maren Petersen');
    expect([first.stderr, first.stdout]).toEqual([
      '',
      expect.stringMatching(/^Salon Elbe is made\.\nmaren@salon.example is invited by mail/),
    ]);
    const again = await createOwner();
    expect(again.stdout).toMatch(/^Salon Elbe is there\.\nmaren@salon.example was invited before/);
    expect(await mails()).toEqual([
      expect.stringMatching(/^https:\/\/termine\.salon\.example\/desk\/invitation\/[\w-]+$/),
    ]);
    expect((await createOwner('--link')).stdout).toMatch(
      /https:\/\/termine\.salon\.example\/desk\/invitation\/[\w-]+$/m,
    );
    expect(await mails()).toHaveLength(1);
  });

  test('says what it did not understand', async () => {
    const said = async (args: string[]) => (await desk.ops(['create-owner', ...args])).stderr;
    expect(await said(['--mail', 'maren', '--salon', 'elbe'])).toContain('expected an address');
    expect(await said(['--mail', 'maren@salon.example', '--salon', 'Salon Elbe'])).toContain('small letters');
    expect(await said(['--mail', 'maren@salon.example', '--salon', 'sign-in'])).toContain(
      'an address of the desk itself',
    );
    expect(await said(['--mail', 'maren@salon.example'])).toContain('Usage');
    const wish = ['--mail', 'maren@salon.example', '--salon', 'alster'];
    expect(await said([...wish, '--salon-name', 'x'.repeat(121)])).toContain('--salon-name: ');
    expect(await said([...wish, '--name', 'Maren\nPetersen'])).toContain('--name: expected one line');
    expect(await said([...wish, '--zone', 'Mars/'.repeat(20)])).toMatch(/^--zone .*expected a time zone/m);
  });
});

describe('rotate-secret', () => {
  /** The values it says to set, in order. */
  const said = (text: string) => [...text.matchAll(/APP_SECRET=(\S+)/g)].map(([, value = '']) => value.split(','));

  test('all processes know the new secret before any signs with it, and no step ends a link of before', async () => {
    const before = link([OLD]);
    const { stdout, status } = await desk.ops(['rotate-secret'], { APP_SECRET: OLD });
    const [known = [], signing = []] = said(stdout);
    expect([status, known.length, signing.length]).toEqual([0, 2, 2]);
    // Some processes are at the step before, some at the step after: whatever one signs, the other opens.
    for (const [one, other] of [
      [[OLD], known],
      [known, signing],
    ] as const) {
      expect(opens(other, link(one))).toBe(true);
      expect(opens(one, link(other))).toBe(true);
    }
    expect(opens(signing, before)).toBe(true);
    expect(signing[0]).not.toBe(OLD);
    expect((await desk.ops(['rotate-secret'], { APP_SECRET: OLD })).stdout).not.toContain(signing[0]);
  });

  test('what npm start keeps is written there, and retired only when nothing is lost unless that is meant', async () => {
    const file = join(desk.dataDir, 'app-secret');
    writeFileSync(file, `${OLD}\n`);
    expect((await desk.ops(['rotate-secret', '--retire'])).stderr).toContain('There is one secret only');
    expect((await desk.ops(['rotate-secret'])).status).toBe(0);
    const [fresh = '', old] = readFileSync(file, 'utf8').trim().split(',');
    expect(old).toBe(OLD);

    const loginId = v7();
    const [{ version } = { version: 0 }] = loginSecrets([OLD]);
    await desk.pool.query(
      "insert into login (id, name, email, updated_at) values ($1, 'Maren', 'm@salon.example', now())",
      [loginId],
    );
    await desk.pool.query('insert into second_factor (id, login_id, secret, backup_codes) values ($1, $2, $3, $3)', [
      v7(),
      loginId,
      `$ba$${version}$00`,
    ]);
    const refused = await desk.ops(['rotate-secret', '--retire']);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('set up anew: 1')]);
    expect(readFileSync(file, 'utf8').trim()).toBe(`${fresh},${OLD}`);
    expect((await desk.ops(['rotate-secret', '--retire', '--force'])).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`${fresh}\n`);
  });
});
