import { withClient } from '@salon/db/embedded/with-client';
import { type PrunedKind, prune } from '@salon/db/prune';
import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { withMigrationDatabase } from './database-in-use.ts';

const WORDS: Record<PrunedKind, string> = {
  idempotency: 'Idempotency keys older than 30 days',
  claim: 'Claims that ended more than 90 days ago',
  outbox: 'Events taken more than 7 days ago',
};

await entry(async () => {
  // The owner's address, as for migrations: the API's role may not delete keys and events.
  await withMigrationDatabase(databaseSettings(loadEnvironment()), async (url) => {
    const done = await withClient(url, (client) => prune(client, Date.now()));
    for (const { kind, removed } of done) console.log(`${WORDS[kind]}: ${removed} removed.`);
  });
});
