import { parseArgs } from 'node:util';
import { embeddedUrl } from '@salon/db/embedded/server';
import { StartError } from '@salon/db/embedded/start-error';
import { sqlState } from '@salon/db/sql-state';
import { isMailAddress } from '@salon/emails/mailbox';
import { databaseAddress } from '@salon/settings/fields';
import pg from 'pg';
import { readsOnly } from '../settings.ts';
import { checkDatabase } from './doctor/database.ts';
import { type Finding, unasked, warn, wordsOf, wrong } from './doctor/finding.ts';
import { checkSettings } from './doctor/settings.ts';
import { checkState } from './doctor/state.ts';
import { checkSurroundings } from './doctor/surroundings.ts';
import { checkTime } from './doctor/time.ts';

type Environment = Record<string, string | undefined>;

const USAGE = 'Usage: npm run ops -- doctor [--send-to ADDRESS]   (then a test mail is sent there)';
const PATIENCE = 5_000;

/** Looks at everything the product needs and says what to do about what is not well. Exit code 1: something is wrong. */
export async function doctor(args: readonly string[], environment: Environment): Promise<void> {
  const sendTo = asked(args);
  const now = Date.now();
  // At once: whoever is mute is waited for, and the waits would add up.
  const asking = [ofDatabase(environment, now), checkSurroundings(environment, sendTo, now)];
  const findings = [...checkSettings(environment), ...(await Promise.all(asking)).flat()];
  for (const { level, what, says, todo } of findings) {
    console.log(`${level.padEnd(6)} ${what.padEnd(12)} ${says}`);
    if (todo !== undefined) console.log(`${' '.repeat(20)}→ ${todo}`);
  }
  const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
  console.log(`${count('wrong')} wrong, ${count('warn')} to look at, ${count('ok')} well.`);
  if (count('wrong') > 0) process.exitCode = 1;
}

function asked(args: readonly string[]): string | undefined {
  let sendTo: string | undefined;
  try {
    sendTo = parseArgs({ args: [...args], options: { 'send-to': { type: 'string' } } }).values['send-to'];
  } catch {
    throw new StartError(USAGE);
  }
  if (sendTo !== undefined && !isMailAddress(sendTo)) throw new StartError(`--send-to ${sendTo}: expected an address.`);
  return sendTo;
}

/** By SQLSTATE, where more can be said than that it does not answer. */
const TODO: Record<string, string> = {
  '28P01': 'User or password in the address is wrong.',
  '3D000': 'Does the address name the right database? npm run db:migrate makes the schema in one that is there.',
  '42501': 'This role may not look: ask as the owner, whose address is DATABASE_DIRECT_URL.',
  '42P01': 'Somebody has removed what migrations had made: restore it (docs/deploy.md, Backups).',
};

function todoAbout(error: unknown, own: boolean): string {
  const known = TODO[sqlState(error) ?? ''];
  if (known !== undefined) return known;
  return own
    ? 'Is it up, and does the address lead there? ops/runbook.md, DatabaseDown.'
    : 'Look into .data/logs/postgres.log.';
}

/** All that is asked of the database; where it does not answer, that alone. */
async function ofDatabase(environment: Environment, now: number): Promise<Finding[]> {
  const own = environment.DATABASE_DIRECT_URL || environment.DATABASE_URL || undefined;
  const connectionString = own || embeddedUrl(environment.DATA_DIR || '.data');
  if (connectionString === undefined)
    return [warn('database', 'the embedded one does not run', 'npm start starts it.')];
  if (!databaseAddress.safeParse(connectionString).success) return [unasked('database', 'its address')];
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  client.on('error', () => {});
  try {
    await client.connect();
    const found = await checkDatabase(client);
    if (found.some(({ what, level }) => what === 'migrations' && level === 'wrong')) return found;
    return [...found, ...(await checkTime(client, now)), ...(await checkState(client, now, readsOnly(environment)))];
  } catch (error) {
    return [wrong('database', wordsOf(error), todoAbout(error, own !== undefined))];
  } finally {
    await client.end().catch(() => {});
  }
}
