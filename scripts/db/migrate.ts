import { parseArgs } from 'node:util';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { StartError } from '@salon/db/embedded/start-error';
import { deploy, liveDrift, resolveRolledBack, status } from '@salon/db/migrate/migrator';
import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { withMigrationDatabase } from './database-in-use.ts';
import { ensureNamedRoles } from './named-roles.ts';

await entry(async () => {
  const settings = databaseSettings(loadEnvironment());
  const asked = options();
  await withMigrationDatabase(settings, async (url, embedded) => {
    if (asked.status) return printStatus(url);
    if (asked['rolled-back']) await resolveRolledBack(url, asked['rolled-back']);
    const applied = await deploy(url);
    if (embedded) await apiUrlOf(settings.DATA_DIR, url);
    else await ensureNamedRoles(settings, url);
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.');
  });
});

function options() {
  try {
    return parseArgs({ options: { status: { type: 'boolean' }, 'rolled-back': { type: 'string' } } }).values;
  } catch {
    throw new StartError('Usage: npm run db:migrate [-- --status | --rolled-back MIGRATION]');
  }
}

async function printStatus(url: string): Promise<void> {
  const found = await status(url);
  const behind =
    found.history && 'unappliedMigrationNames' in found.history ? found.history.unappliedMigrationNames : [];
  const unknown =
    found.history && 'unpersistedMigrationNames' in found.history ? found.history.unpersistedMigrationNames : [];
  const list = (what: string, names: string[]) => console.log(`${what}: ${names.join(', ') || 'none'}`);
  list('Not applied yet', behind);
  list('Failed', found.failedMigrationNames);
  list('Edited after they were applied', found.editedMigrationNames);
  list('Applied but not in prisma/migrations', unknown);
  // Before everything is applied, all that is missing would show as changed by hand.
  if (!behind.length) console.log(`Changed by hand: ${(await liveDrift(url)) ?? 'nothing'}`);
}
