import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loginSecrets } from '@salon/api/features/login/login-secrets';
import { readSecret } from '@salon/db/embedded/kept-secret';
import { StartError } from '@salon/db/embedded/start-error';
import { databaseSettings } from '../settings.ts';
import { withDatabase } from './with-database.ts';

type Environment = Record<string, string | undefined>;

const USAGE = `Usage: npm run ops -- rotate-secret              a new secret, and what to do with it
       npm run ops -- rotate-secret --retire     what to do when the old ones are to go; --force: whatever it ends`;

/** The secrets as they are set now, the signing one first, and the file they are kept in if they are not set. */
type Kept = { readonly secrets: readonly string[]; readonly file: string | undefined };

/**
 * Makes a new secret and says what to set where, in which order, and what that ends. What `npm start` keeps in a file it
 * writes there itself. Throws a `StartError` where there is none to take the place of.
 */
export async function rotateSecret(args: readonly string[], environment: Environment): Promise<void> {
  const { retire, force } = asked(args);
  const kept = keptSecrets(environment);
  const lines = retire ? await retired(kept, environment, force) : rotated(kept, randomBytes(32).toString('hex'));
  for (const line of lines) console.log(line);
}

function asked(args: readonly string[]): { retire: boolean; force: boolean } {
  try {
    const options = {
      retire: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new StartError(USAGE);
  }
}

function keptSecrets(environment: Environment): Kept {
  const set = environment.APP_SECRET || undefined;
  const file = join(resolve(databaseSettings(environment).DATA_DIR), 'app-secret');
  const text = set ?? readSecret(file);
  if (text === undefined) {
    throw new StartError(
      'APP_SECRET is not set here, and npm start has made none yet. Run this where the API runs, or with its settings.',
    );
  }
  return { secrets: text.split(',').map((secret) => secret.trim()), file: set === undefined ? file : undefined };
}

function rotated({ secrets, file }: Kept, fresh: string): string[] {
  const [signing = '', ...older] = secrets;
  const after = [fresh, signing, ...older].join(',');
  const ends = [
    'The old one still verifies: links in mails, sessions and second factors of before go on. Only a mail that asks to confirm',
    'an address, sent in the last day, has to be asked for anew.',
    'If somebody may have seen the old one it has to go at once: npm run ops -- rotate-secret --retire says what that ends.',
  ];
  if (file !== undefined) {
    write(file, after);
    return [`A new secret signs from the next start on; it stands in ${file}. Start npm start anew.`, ...ends];
  }
  return [
    'Set APP_SECRET for every process of the API and the worker: at Render in the group salon, with compose in .env.',
    '',
    '1. So that all know the new one before any signs with it, then start them anew, one after the other:',
    `   APP_SECRET=${[signing, ...older, fresh].join(',')}`,
    '2. So that the new one signs, then start them anew once more (with a single process begin here):',
    `   APP_SECRET=${after}`,
    '3. Keep a copy where the others are kept. Nothing was changed by this command.',
    '',
    ...ends,
  ];
}

async function retired({ secrets, file }: Kept, environment: Environment, force: boolean): Promise<string[]> {
  const [signing = '', ...older] = secrets;
  if (older.length === 0) {
    throw new StartError('There is one secret only: npm run ops -- rotate-secret makes another, then this one can go.');
  }
  const factors = await secondFactorsLost(signing, environment);
  if (factors.lost !== 0 && !force) throw new StartError(`${factors.says} If that is meant: --retire --force`);
  const ends = [
    'That ends what older ones signed. Links in mails sent before the rotation open nothing any more: customers have new ones',
    'sent to them from the salon’s page. They live until 90 days after their visit, so half a year after the rotation nobody',
    'notices. Whoever has not used the desk since the rotation signs in again.',
    factors.says,
  ];
  if (file !== undefined) {
    write(file, signing);
    return [`Only the newest secret is left in ${file}. Start npm start anew.`, ...ends];
  }
  const set = 'Set APP_SECRET for every process of the API and the worker, then start them anew:';
  return [set, `   APP_SECRET=${signing}`, ...ends];
}

/** How many second factors an older secret encrypted: each says with which. Undefined: nobody could look. */
async function secondFactorsLost(signing: string, environment: Environment) {
  const [current] = loginSecrets([signing]);
  const lost = await withDatabase(environment, '', async (client) => {
    const { rows } = await client.query<{ lost: number }>(
      'select count(*)::int as lost from second_factor where secret not like $1',
      [`$ba$${current?.version}$%`],
    );
    return rows[0]?.lost;
  }).catch(() => undefined);
  const count = lost ?? 'how many could not be looked up, the database does not answer';
  return { lost, says: `Second factors that have to be set up anew: ${count}.` };
}

/** Aside and then into place: a crash leaves the old ones or the new ones. */
function write(file: string, text: string): void {
  const aside = `${file}.new-${process.pid}`;
  writeFileSync(aside, `${text}\n`, { mode: 0o600 });
  renameSync(aside, file);
}
