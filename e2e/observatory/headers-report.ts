import { type Origin, originInWords } from '../../proof/measuring/origin.ts';
import { type Grade, OBSERVATORY } from './observatory.ts';

export type Graded = { readonly path: string } & Grade;

/** The page docs/headers.md. */
export function headersReport(origin: Origin, graded: readonly Graded[]): string {
  const names = [...new Set(graded.flatMap(({ tests }) => tests.map(({ name }) => name)))];
  const cell = ({ tests }: Graded, name: string) => {
    const found = tests.find((one) => one.name === name);
    if (found === undefined) return '';
    return `${found.pass ? 'passed' : '**failed**'}${found.points === 0 ? '' : `, ${found.points > 0 ? '+' : ''}${found.points}`}`;
  };
  const row = (title: string, value: (one: Graded) => string) => `| ${title} | ${graded.map(value).join(' | ')} |`;
  return `# What MDN's observatory says of the headers

Written by \`npm run observatory\`, which starts the product as in production behind a proxy with TLS and lets the HTTP Observatory of
MDN (${OBSERVATORY}, on the same machine) look at it. Each has to reach A+.

${originInWords(origin)}, commit ${origin.commit ?? 'unknown'}.

${row('', ({ path }) => `\`${path}\``)}
| --- |${graded.map(() => ' --- |').join('')}
${row('Grade', ({ grade }) => `**${grade}**`)}
${row('Points', ({ score }) => String(score))}
${names.map((name) => row(name, (one) => cell(one, name))).join('\n')}

Its list of names that browsers keep to https by themselves was left empty: whether a name stands there is its owner's to ask for.
`;
}
