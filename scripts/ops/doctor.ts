import { parseArgs } from 'node:util';
import { embeddedUrl } from '@salon/db/embedded/server';
import { StartError } from '@salon/db/embedded/start-error';
import { isMailAddress } from '@salon/emails/mailbox';
import pg from 'pg';
import { readsOnly } from '../settings.ts';
import { checkDatabase } from './doctor/database.ts';
import { type Finding, warn, wordsOf, wrong } from './doctor/finding.ts';
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
  const findings = [
    ...checkSettings(environment),
    ...(await ofDatabase(environment, now)),
    ...(await checkSurroundings(environment, sendTo, now)),
  ];
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

/** All that is asked of the database; where it does not answer, that alone. */
async function ofDatabase(environment: Environment, now: number): Promise<Finding[]> {
  const own = environment.DATABASE_DIRECT_URL || environment.DATABASE_URL;
  const connectionString = own || embeddedUrl(environment.DATA_DIR || '.data');
  if (connectionString === undefined)
    return [warn('database', 'the embedded one does not run', 'npm start starts it.')];
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  client.on('error', () => {});
  try {
    await client.connect();
    const found = await checkDatabase(client);
    if (found.some(({ what, level }) => what === 'migrations' && level === 'wrong')) return found;
    return [...found, ...(await checkTime(client, now)), ...(await checkState(client, now, readsOnly(environment)))];
  } catch (error) {
    const todo = own
      ? 'Is it up, does the address lead there, is the password right? ops/runbook.md, DatabaseDown.'
      : 'Look into .data/logs/postgres.log.';
    return [wrong('database', wordsOf(error), todo)];
  } finally {
    await client.end().catch(() => {});
  }
}
