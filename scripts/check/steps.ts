import { spawn } from 'node:child_process';

/** How many of what was counted passed and failed. */
export type Count = { passed: number; failed: number };

type Step = { name: string; args: string[] };

const COLORS = process.stdout.isTTY ? 'force' : 'off';

const STEPS: Step[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  {
    name: 'format, lint, import rules',
    args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.', '--error-on-warnings', `--colors=${COLORS}`],
  },
  {
    name: 'unused code and dependencies',
    args: ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  },
  { name: 'size of the page', args: ['apps/web/size/check.ts'] },
];

/** Runs every step, also when one fails; two at a time is what two cores carry. */
export async function runSteps(): Promise<Count & { failures: string[] }> {
  const waiting = [...STEPS];
  const failures: string[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step))) failures.push(step.name);
  };
  await Promise.all([work(), work()]);
  return { passed: STEPS.length - failures.length, failed: failures.length, failures };
}

async function runStep({ name, args }: Step): Promise<boolean> {
  const begin = performance.now();
  const { code, output } = await run(args);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}

function run(args: string[]): Promise<{ code: number | null; output: string }> {
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...color },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
