import type { Language } from '../../i18n/language.ts';
import { fetched } from '../../lib/fetched.ts';
import type { DeskMessages } from './de.ts';

// One chunk each, so that nobody loads words that are not shown.
const PACKS = {
  de: () => import('./de.ts').then(({ deskDe }): DeskMessages => deskDe),
  en: () => import('./en.ts').then(({ deskEn }): DeskMessages => deskEn),
} as const;

const kept = new Map<Language, Promise<DeskMessages>>();

/** The texts of a language, fetched once; a failed load is tried again when next asked for. */
export function deskMessages(language: Language): Promise<DeskMessages> {
  let promise = kept.get(language);
  if (!promise) {
    const loading = fetched(PACKS[language]);
    loading.then(
      // What React's `use` looks for: texts that are here are shown at once, without a moment of nothing.
      (value) => Object.assign(loading, { status: 'fulfilled', value }),
      () => kept.delete(language),
    );
    promise = loading;
    kept.set(language, promise);
  }
  return promise;
}
