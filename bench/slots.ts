import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveStart } from '@salon/domain/time/wall-clock';
import { arrangementsAt } from '@salon/domain/visit/arrange';
import { listSlots } from '@salon/domain/visit/slots';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile } from '../proof/measuring/spread.ts';
import { table } from '../proof/measuring/table.ts';
import { entry } from '../scripts/entry.ts';
import { FROM } from './slots/large-salon.ts';
import { hostile, type Question, requestOf, usual } from './slots/questions.ts';

/**
 * How long the free slots of a large salon take, and one start of them, on the public page's path. Warm is what a server
 * does all day; cold is the first request after a change of configuration, when opening hours are worked out anew.
 *
 *   npm run bench -- slots
 */
const NOW = Date.parse('2026-11-30T18:00:00Z');
const ROUNDS = 100;
const RESULTS = join(import.meta.dirname, 'results');

type Times = { readonly median: number; readonly p95: number; readonly max: number };
type Figures = { readonly list: Times & { readonly answer: string }; readonly cold: Times; readonly start: Times };

await entry(async () => {
  const origin = await originHere();
  const measured: Record<string, Figures> = {};
  const head = [`31 days (hostile: 62), 20 staff, 15 chairs, 2,000 claims; ms, ${ROUNDS} rounds`, 'warm', 'p95', 'max'];
  const rows = [[...head, 'cold', 'one start', 'max', 'answer']];
  for (const question of [...usual(), ...hostile()]) {
    const figures = measure(question);
    measured[question.name] = figures;
    const { list, cold, start } = figures;
    const times = [list.median, list.p95, list.max, cold.median, start.median, start.max];
    rows.push([question.name, ...times.map((millis) => millis.toFixed(1)), list.answer]);
  }
  const text = [originInWords(origin), ...table(rows)].join('\n');
  console.log(text);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'slots.txt'), `${text}\n`);
  writeFileSync(join(RESULTS, 'slots.json'), `${JSON.stringify({ ...origin, rounds: ROUNDS, measured }, null, 2)}\n`);
});

function measure(question: Question): Figures {
  const { salon, taken, days } = question;
  const request = requestOf(question);
  const range = { from: FROM, days, now: NOW };
  const known = salon();
  const noon = resolveStart(known.timeZone, FROM, '11:00') ?? 0;
  let answer = '';
  const list = timed(() => {
    const listed = listSlots(known, request, taken, range);
    answer = listed === 'basket_too_complex' ? 'refused' : `${listed.flatMap((day) => day.slots).length} slots`;
  });
  const cold = timed(() => listSlots(salon(), request, taken, range));
  const start = timed(() => arrangementsAt(known, request, taken, noon, { now: NOW, graceMs: 0 }));
  return { list: { ...list, answer }, cold, start };
}

function timed(run: () => void): Times {
  const millis: number[] = [];
  for (let round = -ROUNDS / 4; round < ROUNDS; round++) {
    const began = performance.now();
    run();
    if (round >= 0) millis.push(performance.now() - began);
  }
  millis.sort((a, b) => a - b);
  return { median: quantile(millis, 0.5), p95: quantile(millis, 0.95), max: millis.at(-1) ?? 0 };
}
