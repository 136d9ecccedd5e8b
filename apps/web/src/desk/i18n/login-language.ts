import type { Language } from '../../i18n/language.ts';

let language: Language | undefined;
const listeners = new Set<() => void>();

/** The language that whoever is signed in has set for herself; a choice on the device goes before it. */
export const loginLanguage = (): Language | undefined => language;

export function setLoginLanguage(locale: string | undefined): void {
  const next = locale === 'de' || locale === 'en' ? locale : undefined;
  if (next === language) return;
  language = next;
  for (const listener of listeners) listener();
}

export function onLoginLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
