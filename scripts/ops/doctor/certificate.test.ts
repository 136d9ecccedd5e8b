import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { makeDataFolder } from '@salon/db/test/data-folder';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { GOOD_FOR, startHttpsPage } from '../../../ops/test/https-page.ts';
import { onPath } from '../../../proof/tools/on-path.ts';
import { checkSurroundings } from './surroundings.ts';

const DAY = 86_400_000;
const there = onPath('openssl') !== undefined;
if (!there) console.warn('NOT TESTED: openssl is not installed, so no doctor looked at a certificate.');

const folder = makeDataFolder();
let page: Awaited<ReturnType<typeof startHttpsPage>>;
let made: number;

const KNOWN = getCACertificates('default');

beforeAll(async () => {
  page = await startHttpsPage(folder.dataDir);
  if (page) setDefaultCACertificates([...KNOWN, page.certificate]);
  made = Date.now();
});
afterAll(() => {
  page?.stop();
  folder.remove();
});

/** What the doctor says of the certificate at the customers' address, so many days after it was made. */
async function seen(publicUrl: string, daysLater = 0) {
  const findings = await checkSurroundings({ PUBLIC_URL: publicUrl }, undefined, made + daysLater * DAY);
  return findings.find(({ what }) => what === 'certificate');
}

// A certificate is good for GOOD_FOR days: half a day on either side, so that seconds decide nothing.
test.skipIf(!there).each([
  [-GOOD_FOR - 0.5, 'ok', 'good for 18 days'],
  [-4.5, 'warn', 'good for 13 days'],
  [GOOD_FOR - 3.5, 'warn', 'good for 3 days'],
  [GOOD_FOR - 2.5, 'wrong', 'good for 2 days'],
  [GOOD_FOR - 1.5, 'wrong', 'good for 1 day'],
  [GOOD_FOR + 0.5, 'wrong', 'ended 1 day ago'],
  [GOOD_FOR + 30.5, 'wrong', 'ended 31 days ago'],
])('a certificate looked at %d days after it was made is %s', async (daysLater, level, says) => {
  const finding = await seen(page?.url ?? '', daysLater);
  expect(finding).toMatchObject({ level, says });
  if (level !== 'ok') expect(finding?.todo).toContain('CertificateExpiring');
});

test.skipIf(!there)('a certificate that browsers refuse is wrong, however long it is good', async () => {
  const elsewhere = await seen((page?.url ?? '').replace('localhost', '127.0.0.1'));
  expect(elsewhere).toMatchObject({
    level: 'wrong',
    says: 'browsers refuse it: ERR_TLS_CERT_ALTNAME_INVALID',
    todo: expect.stringContaining('of this very name'),
  });
  onTestFinished(() => setDefaultCACertificates([...KNOWN, page?.certificate ?? '']));
  setDefaultCACertificates(KNOWN);
  expect(await seen(page?.url ?? '')).toMatchObject({
    level: 'wrong',
    says: 'browsers refuse it: DEPTH_ZERO_SELF_SIGNED_CERT',
  });
});

test('an address at which nobody answers, or somebody without a certificate, is wrong', async () => {
  const plain = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  onTestFinished(() => void plain.close());
  await once(plain.listen(0, '127.0.0.1'), 'listening');
  const { port } = plain.address() as AddressInfo;
  expect(await seen('https://localhost:1')).toMatchObject({
    level: 'wrong',
    says: expect.stringContaining('ECONNREFUSED'),
  });
  expect(await seen(`https://localhost:${port}`)).toMatchObject({
    level: 'wrong',
    todo: 'Does the name lead here, and is port 443 open?',
  });
});

test('an address without https needs none', async () => {
  expect(await seen('http://localhost:3000')).toMatchObject({ level: 'ok', says: 'PUBLIC_URL needs none' });
});
