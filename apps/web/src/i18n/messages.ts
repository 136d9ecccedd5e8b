import { fetched } from '../lib/fetched.ts';
import type { Messages } from './de.ts';
import type { AddressForm, Language } from './language.ts';

// One chunk each, so that nobody loads words that are not shown.
const PACKS = {
  de: () => import('./de.ts').then(({ de }): Messages => de),
  'de-du': () => import('./de-du.ts').then(({ deDu }): Messages => deDu),
  en: () => import('./en.ts').then(({ en }): Messages => en),
} as const;
type Pack = keyof typeof PACKS;

const kept = new Map<Pack, Promise<Messages>>();

/** The texts of a language, fetched once; a failed load is tried again when next asked for. */
export function messages(language: Language, form: AddressForm): Promise<Messages> {
  const pack: Pack = language === 'de' && form === 'du' ? 'de-du' : language;
  let promise = kept.get(pack);
  if (!promise) {
    const loading = fetched(PACKS[pack]);
    loading.then(
      // What React's `use` looks for: texts that are here are shown at once, without a moment of nothing.
      (value) => Object.assign(loading, { status: 'fulfilled', value }),
      () => kept.delete(pack),
    );
    promise = loading;
    kept.set(pack, promise);
  }
  return promise;
}
