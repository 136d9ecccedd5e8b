import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { certificateAt } from '@salon/api/features/figures/certificate';
import { parseMailbox } from '@salon/emails/mailbox';
import { address } from '@salon/settings/fields';
import { tryServer } from '@salon/worker/mail/try-server';
import { tryRedis } from '@salon/worker/queue/try-redis';
import { type Finding, ok, unasked, warn, wordsOf, wrong } from './finding.ts';

type Environment = Record<string, string | undefined>;

const GB = 1024 ** 3;
const DAY = 86_400_000;

/** What stands around the product: mail server, queue, disk, certificate. Each answers for itself. */
export async function checkSurroundings(
  environment: Environment,
  sendTo: string | undefined,
  now: number,
): Promise<Finding[]> {
  return Promise.all([
    mail(environment, sendTo),
    queue(environment),
    disk(environment.DATA_DIR || '.data'),
    certificate(environment.PUBLIC_URL, now),
  ]);
}

async function mail({ SMTP_URL, MAIL_FROM, NODE_ENV }: Environment, sendTo: string | undefined): Promise<Finding> {
  const todo = 'Check SMTP_URL (address, port, password) and that this machine may reach it.';
  if (!SMTP_URL) {
    const says = 'no server is set: mails are kept, and read at /inbox';
    return NODE_ENV === 'production' ? warn('mail', says, 'Set SMTP_URL and MAIL_FROM.') : ok('mail', says);
  }
  if (!address('smtp', 'smtps').safeParse(SMTP_URL).success) return unasked('mail', 'SMTP_URL');
  const from = parseMailbox(MAIL_FROM ?? '');
  if (sendTo !== undefined && from === undefined) return wrong('mail', 'MAIL_FROM is no address', 'Set MAIL_FROM.');
  try {
    await tryServer(SMTP_URL, sendTo === undefined || from === undefined ? undefined : { from, to: sendTo });
    return ok('mail', sendTo === undefined ? 'the server lets us in' : `the server took a test mail for ${sendTo}`);
  } catch (error) {
    return wrong('mail', wordsOf(error), todo);
  }
}

async function queue({ REDIS_URL, API_PROCESSES }: Environment): Promise<Finding> {
  if (!REDIS_URL) {
    const says = 'in the database, no Redis is set';
    if (Number(API_PROCESSES || 1) < 2) return ok('queue', says);
    return warn('queue', says, 'With several API processes each counts rate limits for itself: set REDIS_URL.');
  }
  if (!address('redis', 'rediss').safeParse(REDIS_URL).success) return unasked('queue', 'REDIS_URL');
  try {
    const { version, policy, bounded } = await tryRedis(REDIS_URL);
    if (!bounded || policy === 'noeviction') return ok('queue', `Redis ${version}, ${policy}`);
    return wrong('queue', `Redis throws away jobs to make room (${policy})`, 'Set its maxmemory-policy to noeviction.');
  } catch (error) {
    return wrong('queue', wordsOf(error), 'Check REDIS_URL. Until then mails wait in the ledger; none is lost.');
  }
}

async function disk(folder: string): Promise<Finding> {
  const place = resolve(folder);
  // Where no data lies here (the database is somewhere else), logs and temporary files still do.
  const { bavail, blocks, bsize } = await statfs(place).catch(() => statfs('.'));
  const free = bavail * bsize;
  const says = `${(free / GB).toFixed(1)} GB free here, ${Math.round((100 * bavail) / blocks)} %`;
  const todo = 'Free some space: a database on a full disk stops, and starts again once there is room.';
  if (free < GB / 2) return wrong('disk', says, todo);
  return free < 2 * GB || bavail < blocks / 10 ? warn('disk', says, todo) : ok('disk', says);
}

async function certificate(publicUrl: string | undefined, now: number): Promise<Finding> {
  if (!publicUrl?.startsWith('https://')) return ok('certificate', 'PUBLIC_URL needs none');
  const todo = 'Look into the proxy’s log for why it is not renewed (ops/runbook.md, CertificateExpiring).';
  try {
    const shown = await certificateAt(publicUrl);
    if (shown === undefined) return wrong('certificate', 'none is shown', todo);
    const days = Math.floor((shown.until * 1000 - now) / DAY);
    const inWords = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
    const says = days < 0 ? `ended ${inWords} ago` : `good for ${inWords}`;
    if (days < 3) return wrong('certificate', says, todo);
    if (shown.refused !== undefined) {
      const ofThisName = 'It has to be of this very name, and from an authority that browsers know.';
      return wrong('certificate', `browsers refuse it: ${shown.refused}`, ofThisName);
    }
    return days < 14 ? warn('certificate', says, todo) : ok('certificate', says);
  } catch (error) {
    return wrong('certificate', `${publicUrl}: ${wordsOf(error)}`, 'Does the name lead here, and is port 443 open?');
  }
}
