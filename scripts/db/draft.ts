import { StartError } from '@salon/db/embedded/start-error';
import { draft } from '@salon/db/migrate/migrator';
import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { withMigrationDatabase } from './database-in-use.ts';

await entry(async () => {
  const name = process.argv.slice(2).join(' ');
  if (!name) throw new StartError('What does it do? npm run db:draft -- add_salon_street');
  const settings = databaseSettings(loadEnvironment());
  const folder = await withMigrationDatabase(settings, (url) => draft(url, name, new Date()));
  console.log(
    folder
      ? `${folder} is a draft: read it, write down why, mind the rows that exist.`
      : 'Nothing to do: the migrations already make what prisma/schema.prisma says.',
  );
});
