/** A line of a Dockerfile: what to do, and with what. */
export type Instruction = { readonly verb: string; readonly rest: string };

/** The stages of a Dockerfile, each from its FROM on; lines that are continued are one. */
export function stagesOf(text: string): Instruction[][] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, verb = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (verb === '') throw new Error(`This is no line of a Dockerfile: ${line}`);
    if (verb === 'FROM') stages.push([]);
    stages.at(-1)?.push({ verb, rest });
  }
  return stages;
}
