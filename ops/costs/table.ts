import { type DeskRun, type GrowthRun, needsOf } from './needs.ts';
import { onOneMachine, onRender } from './plans.ts';

const SIZES = [1, 10, 50, 500, 20_000];
const HEAD = [
  ...['Salons', 'visits a month', 'mails a month', 'bookings a second, busiest minute', 'processors, half idle then'],
  ...['database after two years', 'Render a month', 'one machine a month'],
];

const whole = (value: number) => Math.round(value).toLocaleString('en-US');
const rough = (value: number) => String(Number(value.toPrecision(2)));

/** The table of docs/costs.md. */
export function costTable(desk: DeskRun, growth: GrowthRun): string {
  const rows = SIZES.map((salons) => {
    const needs = needsOf(salons, desk, growth);
    const { api, postgres, worker } = needs.cores;
    const render = onRender(needs);
    const machine = onOneMachine(needs);
    return [
      ...[whole(salons), whole(needs.visits), whole(needs.mails), rough(needs.perSecond)],
      `${rough(api + postgres + worker)} (API ${rough(api)}, PostgreSQL ${rough(postgres)}, worker ${rough(worker)})`,
      `${rough(needs.gigabytes)} GB`,
      `${render.instances} × standard, worker ${render.worker}, ${render.database} with ${whole(render.disk)} GB: ` +
        (render.whole
          ? `${render.priced.toFixed(2)} USD`
          : `${render.priced.toFixed(2)} USD **and the database's plan**`),
      machine ? `${machine.name}: ${machine.price} EUR` : 'none of those priced here',
    ];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map(line)].join('\n');
}
