import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StartError } from '@salon/db/embedded/start-error';
import { withClient } from '@salon/db/embedded/with-client';

/** Nobody has made a salon yet, or the demo was begun and not finished: its owner is let in last, by a login of hers. */
const NO_DEMO = `
  select where not exists (select from salon) or exists (
    select from salon s where s.slug = 'demo'
      and not exists (select from member m where m.salon_id = s.id and m.role = 'owner' and m.login_id is not null))`;

/** Whether the demo salon is to be made, or made whole. */
export async function needsDemo(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => (await client.query(NO_DEMO)).rowCount === 1);
}

/** Fills the database with the demo salon; what the seed prints goes to the terminal. */
export async function seedDemo(script: string, ownerUrl: string, dataDir: string, asked: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [script, '--demo'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATABASE_URL: ownerUrl, DATA_DIR: dataDir },
    signal: asked,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code === 0) return;
  throw new StartError(
    'The demo salon could not be made (see above): try npm run db:seed -- --demo once this is running.',
  );
}
