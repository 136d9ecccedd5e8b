import { type Origin, originInWords } from '../../proof/measuring/origin.ts';
import { CATEGORIES, type Finding, LIGHTHOUSE, median } from './lighthouse.ts';

const NAMES = {
  performance: 'Performance',
  accessibility: 'Accessibility',
  'best-practices': 'Best practices',
  seo: 'SEO',
};

export type Quality = {
  readonly origin: Origin;
  /** Mean number of programs that wanted a core in the minute before. */
  readonly load: number;
  /** Points that each of the four has to reach. */
  readonly goal: number;
  readonly runs: readonly Finding[];
  /** Bytes of JavaScript, gzipped, before anything can be seen; and how many may be. */
  readonly script: { readonly bytes: number; readonly limit: number };
  /** Pixels at which the stories look at each state. */
  readonly widths: { readonly phone: number; readonly desk: number; readonly narrowest: number };
};

/** The page docs/quality.md. */
export function qualityReport({ origin, load, goal, runs, script, widths }: Quality): string {
  const middle = median(runs);
  const row = (name: string, value: (run: Finding) => string | number) =>
    `| ${name} | **${value(middle)}** | ${runs.map(value).join(', ')} |`;
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const rows = [
    ...CATEGORIES.map((category) => row(NAMES[category], ({ points }) => points[category])),
    row('Largest paint', ({ largestPaintMs }) => seconds(largestPaintMs)),
    row('Blocked', ({ blockedMs }) => `${blockedMs} ms`),
    row('Shift', ({ shift }) => shift.toFixed(3)),
    row('Over the network', ({ bytes }) => kB(bytes)),
  ];
  const lost = middle.lost.length > 0 ? `What cost points in the middle run: ${middle.lost.join(', ')}.` : '';
  return `# How good the customer's page is

Written by \`npm run lighthouse\`, which starts the product on a database of its own, looks at the demo salon's page \`/s/demo\`
as a phone on a slow network would (${LIGHTHOUSE}), ${runs.length} times, and takes the middle run by performance. Each of the four has to reach ${goal}.

${originInWords(origin)}, commit ${origin.commit ?? 'unknown'}. Load of the machine before: ${load.toFixed(1)} (it is shared; performance suffers from what else runs).

| | middle run | all runs |
| --- | --- | --- |
${rows.join('\n')}

${lost}

JavaScript before anything can be seen: ${kB(script.bytes)} gzipped, of at most ${kB(script.limit)}; \`npm test\` checks it.

## What is looked at in every test run

The stories in \`e2e/stories\` use the product in a real Chromium by what is read out (roles and names), on a phone and on a desk,
in German (Sie and du) and English, light and dark: a visit booked, moved from the mail and cancelled; colour, cut and blow-dry
with two colleagues in one visit; by keyboard alone; by what is read out alone; a double tap, a reload while it is being sent, a
network that breaks, an answer that is lost, a time somebody else took, a price that changed, a system being worked on, too many
requests, closed and full days, a full month, expired, unknown and lost links, a visitor in another time zone. In each state axe
looks for violations of WCAG 2.2 AA at ${widths.phone} and ${widths.desk} pixels in light, its colours in dark too, and nothing may be
wider than a screen of ${widths.narrowest} pixels, or of ${widths.desk} at 200 %.
`;
}
