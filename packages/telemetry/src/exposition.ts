/** The name of the family a block of Prometheus text is about: `# HELP name …`. */
const NAME = /^# HELP (\S+)/;

/**
 * Puts what several processes say (Prometheus text, as prom-client writes it) into one: each family once, with the
 * series of all of them. Nothing is added up: each series names its process, so one that starts anew begins at nought by
 * itself, and sums and rates stay true.
 */
export function joinTexts(texts: readonly string[]): string {
  const families = new Map<string, { head: string; samples: string[] }>();
  for (const block of texts.flatMap((text) => text.split('\n\n'))) {
    const lines = block.split('\n').filter((line) => line !== '');
    const name = NAME.exec(lines[0] ?? '')?.[1];
    if (name === undefined) continue;
    const family = families.get(name) ?? { head: lines.slice(0, 2).join('\n'), samples: [] };
    family.samples.push(...lines.slice(2));
    families.set(name, family);
  }
  return [...families.values()].map(({ head, samples }) => `${[head, ...samples].join('\n')}\n`).join('\n');
}
