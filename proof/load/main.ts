import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import { entry } from '../../scripts/entry.ts';
import { Shutdown } from '../../scripts/start/shutdown.ts';
import { findK6 } from './find-k6.ts';
import { load, resultsOf } from './load.ts';
import { roundsOf, roundsText } from './rounds.ts';
import { conclusion, type Verdict, verdictText } from './verdict.ts';
import { parseWish } from './wish.ts';

await entry(async () => {
  const wish = parseWish(process.argv.slice(2), process.env);
  const k6 = await findK6();
  const shutdown = new Shutdown();
  shutdown.listen();
  const passes = (verdict: Verdict) => (wish.correctness ? verdict.correct : verdict.ok);
  const ends: string[] = [];
  const verdicts = new Map<string, [Verdict, ...Verdict[]]>();
  let passed = 0;
  // The scenarios take turns, so that a machine that is slower for a while slows them all.
  const turns = Array.from({ length: wish.rounds }, () => wish.scenarios).flat();
  for (const scenario of turns) {
    console.log(`\n${scenario.name}: ${scenario.words}`);
    try {
      const options = { ...wish, signal: shutdown.asked, say: (line: string) => console.log(line) };
      const verdict = await load(scenario, k6, options);
      console.log(`\n${verdictText(verdict)}`);
      console.log(`Everything about it: ${relative('.', resultsOf(scenario.name))}/`);
      if (passes(verdict)) passed += 1;
      ends.push(`${passes(verdict) ? '✓' : '✗'} ${scenario.name}: ${conclusion(verdict)}`);
      const before = verdicts.get(scenario.name);
      if (before) before.push(verdict);
      else verdicts.set(scenario.name, [verdict]);
    } catch (error) {
      if (shutdown.asked.aborted) {
        console.log('Stopped.');
        process.exitCode = 1;
        return;
      }
      console.error(error instanceof StartError ? error.message : error);
      ends.push(`✗ ${scenario.name}: it could not be run to its end (see above).`);
    }
  }
  if (wish.rounds > 1) for (const of of verdicts.values()) tellRounds(of);
  const failed = turns.length - passed;
  console.log(`\n${ends.join('\n')}\n${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
});

function tellRounds(verdicts: [Verdict, ...Verdict[]]): void {
  const rounds = roundsOf(verdicts);
  const file = `${dirname(resultsOf(rounds.name))}/rounds/${rounds.name}.json`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(rounds, null, 2)}\n`);
  console.log(`\n${roundsText(rounds)}\nThe rounds: ${relative('.', file)}`);
}
