import { originHere } from '../../proof/measuring/origin.ts';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { measureServed } from '../costs/served.ts';
import type { WatchingReport } from './report.ts';
import { watchedSetups } from './setups.ts';

const LONGEST = 10 * 60_000;

/** Measures the API with each way of being watched. `undo` gets what stops it again. Throws where a setup told nobody anything. */
export async function runWatching(
  options: { readonly rounds: number; readonly say: (line: string) => void },
  undo: UndoStack,
): Promise<WatchingReport> {
  const { setups, heard } = await watchedSetups(undo);
  const { ownerUrl, ...served } = await measureServed({ ...options, setups, longest: LONGEST }, undo);
  // Where no request is told of and none fails, there is nothing to tell.
  const silent = [...heard].filter(([{ env }, { bytes }]) => bytes === 0 && env.SENTRY_TRACES_SAMPLE_RATE !== '0');
  if (silent.length > 0) throw new Error(`Nothing was told: ${silent.map(([{ name }]) => name).join('; ')}.`);
  const told = [...heard].map(([{ name }, { bytes }]) => ({ name, bytes }));
  return { ...(await originHere(ownerUrl)), served, told };
}
