import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { restoreBackup } from './backup/restore.ts';
import { takeBackup } from './backup/take.ts';

const USAGE = `Usage: backup.ts take --data FOLDER --archive FOLDER [--keep 7]
       backup.ts restore --data EMPTY-FOLDER --archive FOLDER [--until 2026-11-23T14:05:00+01:00]`;

/** What docker-compose.yml calls for backups: docs/deploy.md, Backups. */
await entry(async () => {
  const { verb, data, archive, keep, until } = asked();
  if (verb === 'restore') {
    const name = restoreBackup({ archive, data, until });
    const moment = until === undefined ? 'the end of the archive' : until.toISOString();
    return console.log(`Backup ${name} lies in ${data}. PostgreSQL, started there, brings it to ${moment}.`);
  }
  const { DATABASE_DIRECT_URL, DATABASE_URL } = databaseSettings(loadEnvironment());
  const ownerUrl = DATABASE_DIRECT_URL ?? DATABASE_URL;
  if (ownerUrl === undefined) throw new StartError('DATABASE_DIRECT_URL names no database.');
  console.log(`Backup ${await takeBackup({ ownerUrl, data, archive, keep })} is in ${archive}.`);
});

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        archive: { type: 'string' },
        keep: { type: 'string', default: '7' },
        until: { type: 'string' },
      },
    });
    const [verb = ''] = positionals;
    const keep = Number(values.keep);
    const until = values.until === undefined ? undefined : new Date(values.until);
    const { data, archive } = values;
    if (!['take', 'restore'].includes(verb) || !data || !archive) throw new Error();
    if (!(Number.isInteger(keep) && keep >= 1) || Number.isNaN(until?.getTime() ?? 0)) throw new Error();
    return { verb, data, archive, keep, until };
  } catch {
    throw new StartError(USAGE);
  }
}
