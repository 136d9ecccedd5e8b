import type { DeskMessages } from '../i18n/de.ts';

/** Kinds with a name of their own in every language; all others are as the salon wrote them. */
const KNOWN = ['chair', 'room'] as const;

/** A kind of chair or room as it is shown. */
export function kindText(t: DeskMessages, kind: string): string {
  const known = KNOWN.find((one) => one === kind);
  return known === undefined ? kind : t.catalogue.placeKinds[known];
}

/** The kind that is meant by what is shown of it. */
export function kindOf(t: DeskMessages, text: string): string {
  return KNOWN.find((kind) => t.catalogue.placeKinds[kind].toLowerCase() === text.toLowerCase()) ?? text;
}
