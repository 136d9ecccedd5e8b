import { entry } from './entry.ts';
import { loadEnvironment, startSettings } from './settings.ts';
import { run } from './start/run.ts';

const PROGRAMS = { api: 'apps/api/src/server.ts', seed: 'prisma/seed/main.ts' };

await entry(async () => run(startSettings(loadEnvironment()), PROGRAMS, { watch: process.argv.includes('--watch') }));
