import { explainSystemError } from '@salon/db/embedded/explain';
import { StartError } from '@salon/db/embedded/start-error';

/**
 * Runs an entry script and ends the process. What the person can mend ends in its one sentence, anything else in a
 * stack. Work that was given up on the way (a connection, a timer) does not hold the process.
 */
export async function entry(main: () => Promise<void>): Promise<never> {
  try {
    await main();
    process.exit();
  } catch (error) {
    const explained = explainSystemError(error, (error as NodeJS.ErrnoException)?.path ?? 'the data');
    console.error(explained instanceof StartError ? explained.message : explained);
    process.exit(1);
  }
}
