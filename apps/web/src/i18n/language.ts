import { memory } from '../lib/local-memory.ts';

export type Language = 'de' | 'en';
/** How a salon addresses its customers in German. */
export type AddressForm = 'sie' | 'du';

const chosen = memory<Language>(() => localStorage, 'language');
const listeners = new Set<() => void>();

/** Remembers on this device what somebody chose; every part of the page follows. */
export function chooseLanguage(language: Language): void {
  chosen.write(language);
  picked = language;
  for (const listener of listeners) listener();
}

let picked: Language | undefined;

/** What was chosen on this device, if anything was. */
export function chosenLanguage(): Language | undefined {
  picked ??= valid(chosen.read());
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
