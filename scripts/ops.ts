import { StartError } from '@salon/db/embedded/start-error';
import { entry } from './entry.ts';
import { createOwner } from './ops/create-owner.ts';
import { doctor } from './ops/doctor.ts';
import { readOnly } from './ops/read-only.ts';
import { rotateSecret } from './ops/rotate-secret.ts';
import { loadEnvironment } from './settings.ts';

const COMMANDS = { 'create-owner': createOwner, doctor, 'read-only': readOnly, 'rotate-secret': rotateSecret };

// What an operator does to the product as a whole. In an image: node scripts/ops.ts <command>.
await entry(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new StartError(`Which one? npm run ops -- ${Object.keys(COMMANDS).join(' | ')}`);
  }
  await COMMANDS[name as keyof typeof COMMANDS](args, loadEnvironment());
});
