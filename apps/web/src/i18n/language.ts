import { memory } from '../lib/local-memory.ts';

export type Language = 'de' | 'en';
/** How a salon addresses its customers in German. */
export type AddressForm = 'sie' | 'du';

const chosen = memory<Language>(() => localStorage, 'language');
/** A link may ask for a language (`?lang=en`, as search engines are told); it stays so while the tab is open. */
const linked = memory<Language>(() => sessionStorage, 'language');
const listeners = new Set<() => void>();
let picked: Language | undefined;

/** Remembers on this device what somebody chose; every part of the page follows. */
export function chooseLanguage(language: Language): void {
  chosen.write(language);
  linked.forget();
  picked = language;
  for (const listener of listeners) listener();
}

/** What was chosen on this device or by the link that led here, if anything was. */
export function chosenLanguage(): Language | undefined {
  if (picked !== undefined) return picked;
  const asked = valid(new URLSearchParams(location.search).get('lang'));
  if (asked !== undefined) linked.write(asked);
  picked = asked ?? valid(linked.read()) ?? valid(chosen.read());
  return picked;
}

export function onLanguageChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first language of a visitor that we speak, else the salon's. */
export function languageFor(
  visitor: readonly string[],
  salonLocale: string | undefined,
  choice: Language | undefined,
): Language {
  return choice ?? visitor.map(spoken).find((one) => one !== undefined) ?? spoken(salonLocale ?? '') ?? 'de';
}

const spoken = (tag: string) => valid(tag.toLowerCase().split('-')[0]);

const valid = (value: unknown): Language | undefined => (value === 'de' || value === 'en' ? value : undefined);
