import { entry } from './entry.ts';
import { loadEnvironment, startSettings } from './settings.ts';
import { type Programs, run } from './start/run.ts';
import { buildWeb, watchWeb } from './start/web.ts';

const root = process.cwd();
const PROGRAMS: Programs = {
  api: 'apps/api/src/main.ts',
  worker: 'apps/worker/src/main.ts',
  seed: 'prisma/seed/main.ts',
  page: { build: () => buildWeb(root), watch: (report) => void watchWeb(root, report) },
};

await entry(async () => run(startSettings(loadEnvironment()), PROGRAMS, { watch: process.argv.includes('--watch') }));
