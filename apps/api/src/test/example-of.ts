import type { ApiDocument, Schema } from './api-document.ts';

/** Which id stands where a name asks for one. Throws for a name it does not know. */
export type Ids = (name: string) => string;

/** Something that a schema takes, with the ids it is given. */
export function exampleOf(document: ApiDocument, schema: Schema, ids: Ids, name = ''): unknown {
  const found = document.resolve(schema);
  const choice = found.oneOf?.[0] ?? found.anyOf?.[0];
  if (choice !== undefined) return exampleOf(document, choice, ids, name);
  if (found.format === 'uuid') return ids(name);
  if (found.const !== undefined) return found.const;
  if (found.enum !== undefined) return found.enum[0];
  const type = [found.type].flat()[0];
  if (type === 'object') {
    // Ids that may be left out are sent all the same: they are what this is about.
    const properties = Object.entries(found.properties ?? {}).filter(
      ([key, one]) => found.required?.includes(key) || holdsId(document, one),
    );
    return Object.fromEntries(properties.map(([key, one]) => [key, exampleOf(document, one, ids, key)]));
  }
  if (type === 'array') {
    const wanted = Math.max(found.minItems ?? 0, 1);
    const element = name.replace(/ies$/, 'y').replace(/s$/, '');
    return Array.from({ length: wanted }, () => exampleOf(document, found.items ?? {}, ids, element));
  }
  // What begins and what ends are told by numbers too, and nothing ends before it begins.
  if (type === 'integer' || type === 'number') return Math.max(found.minimum ?? 0, /^end/.test(name) ? 60 : 1);
  if (type === 'boolean') return false;
  return type === 'string' ? textOf(found) : null;
}

function holdsId(document: ApiDocument, schema: Schema): boolean {
  const { format, items, properties, anyOf } = document.resolve(schema);
  const parts = [...(items === undefined ? [] : [items]), ...Object.values(properties ?? {}), ...(anyOf ?? [])];
  return format === 'uuid' || parts.some((part) => holdsId(document, part));
}

/** What our texts look like that are not just any. */
const TEXTS = ['Etwas', '12:00', '#336699', '123456', 'etwas', 'etwas-passwort', '+49 40 5550100', 'K7Q2MX'];

function textOf({ format, pattern, allOf = [], minLength = 0, examples }: Schema): unknown {
  if (examples?.[0] !== undefined) return examples[0];
  if (format === 'date') return '2026-12-19';
  if (format === 'date-time') return '2026-12-19T14:00:00+01:00';
  if (format === 'email') return 'jemand@kunde.example';
  if (format === 'uri') return 'https://termine.example';
  const rules = [pattern, ...allOf.map((part) => part.pattern)].map((one) => new RegExp(one ?? '', 'u'));
  return TEXTS.find((text) => text.length >= minLength && rules.every((rule) => rule.test(text))) ?? 'Etwas';
}
