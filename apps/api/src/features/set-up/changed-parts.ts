import { isDeepStrictEqual } from 'node:util';

type Json = Record<string, unknown>;

/** Of two states of one thing, the parts that differ: what the audit trail keeps. */
export function changedParts(before: Json, after: Json): { before: Json; after: Json } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const pick = (from: Json) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
