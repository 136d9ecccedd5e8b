import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/** What somebody asked `npm run load` for. */
export type Wish = { scenarios: Scenario[]; short: boolean; correctness: boolean; scale: number; rounds: number };

const USAGE = `Which one? npm run load -- NAME [--short] [--correctness] [--rounds N], where NAME is
${SCENARIOS.map(({ name, words }) => `  ${name.padEnd(16)} ${words}`).join('\n')}
  ${'all'.padEnd(16)} All of them but soak, one after the other.
--short takes a minute or less each; with --correctness only a booking gone wrong fails, not slowness.
--rounds repeats all of it, the scenarios taking turns, and tells medians and ranges.`;

/** Reads the arguments and `SCALE`. Throws StartError with the usage when they are none of ours. */
export function parseWish(args: readonly string[], environment: Record<string, string | undefined>): Wish {
  const { names, short, correctness, rounds } = parsed(args);
  const [name] = names;
  const found = name === 'all' ? SCENARIOS.filter(({ inAll }) => inAll) : SCENARIOS.filter((one) => one.name === name);
  if (names.length !== 1 || found.length === 0 || !/^[1-9]\d?$/.test(rounds)) throw new StartError(USAGE);
  const scale = Number(environment.SCALE || 1);
  if (!(scale > 0)) throw new StartError('SCALE multiplies the users: set it to a number above 0, like 0.1 or 2.');
  return { scenarios: found, short, correctness, scale, rounds: Number(rounds) };
}

function parsed(args: readonly string[]): { names: string[]; short: boolean; correctness: boolean; rounds: string } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { short: flag, correctness: flag, rounds: { type: 'string', default: '1' } },
      allowPositionals: true,
    });
    return { names: positionals, ...values };
  } catch {
    throw new StartError(USAGE);
  }
}
