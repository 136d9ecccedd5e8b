import { entry } from './entry.ts';
import { buildWeb } from './start/web.ts';

// What a host has to do before it starts the programs by itself; `npm start` does it on its way.
await entry(async () => console.log(`The page for customers is built: ${await buildWeb(process.cwd())}`));
