import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { databaseInUse } from './database-in-use.ts';

await entry(async () => {
  const environment = loadEnvironment();
  const url = databaseInUse(databaseSettings(environment));
  const child = spawn(process.execPath, ['prisma/seed/main.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...environment, DATABASE_URL: url },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
});
