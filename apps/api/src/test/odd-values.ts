import type { ApiDocument, Schema } from './api-document.ts';
import { exampleOf, type Ids } from './example-of.ts';

/** What a form, a script or an attacker may send where this is asked for. */
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  date: ['0000-01-01', '9999-12-31'],
  'date-time': ['0000-01-01T00:00:00+23:00', '9999-12-31T23:59:59-12:00'],
  integer: [2 ** 31, Number.MAX_SAFE_INTEGER],
  string: ['a\u0000b', '\ud800', `2026-99-99T00:00:00.000Z_${'-'.repeat(36)}`, `-9${'0'.repeat(14)}_${'-'.repeat(36)}`],
  uuid: ['00000000-0000-0000-0000-000000000000'],
  boolean: [null],
};

/** Said with everything, so that it is not refused for other reasons. */
const MEANT = ['overlap', 'outside', 'confirm'];

/** All that a schema asks for, time and again, each time with one thing in it that is odd; optional things too. */
export function* oddOf(document: ApiDocument, schema: Schema, ids: Ids, name = ''): Generator<unknown> {
  const found = document.resolve(schema);
  for (const choice of found.oneOf ?? found.anyOf ?? []) yield* oddOf(document, choice, ids, name);
  const type = [found.type].flat()[0] ?? '';
  if (found.properties !== undefined) {
    const meant = MEANT.filter((key) => key in (found.properties ?? {})).map((key) => [key, true]);
    const usual = { ...(exampleOf(document, found, ids, name) as object), ...Object.fromEntries(meant) };
    for (const [key, one] of Object.entries(found.properties)) {
      for (const odd of oddOf(document, one, ids, key)) yield { ...usual, [key]: odd };
    }
  } else if (type === 'array') {
    yield [];
    const element = name.replace(/ies$/, 'y').replace(/s$/, '');
    for (const odd of oddOf(document, found.items ?? {}, ids, element)) yield [odd];
  } else if (found.const === undefined && found.enum === undefined) {
    yield* ODD[found.format ?? ''] ?? ODD[type] ?? [];
  }
}
