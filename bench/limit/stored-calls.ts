/** A parameter of the captured statement: the column its text stands in, and what PostgreSQL takes it for. */
export type Parameter = { readonly column: string; readonly type: string };

/**
 * The captured statement with its values taken from row `:n` of `bench_call`. They are kept as text and cast, so that
 * the server parses them for each call as it does for the API.
 */
export function statementOfStoredCalls(text: string, parameters: readonly Parameter[]): string {
  const filled = text.replace(/\$(\d+)/g, (placeholder, number) => {
    const parameter = parameters[Number(number) - 1];
    if (parameter === undefined) throw new Error(`The statement has no value for ${placeholder}.`);
    return `cast(c.${parameter.column} as ${parameter.type})`;
  });
  return `select w.* from bench_call c cross join lateral (${filled.replace(/\s+/g, ' ')}) w where c.n = :n;`;
}

/** A value as the text that PostgreSQL reads it from. */
export function columnText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`;
  return String(value);
}

function arrayElement(value: unknown): string {
  const text = columnText(value);
  return text === null ? 'null' : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
