import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type Formats, formats } from '../lib/formats.ts';
import type { Messages } from './de.ts';
import { type AddressForm, chosenLanguage, type Language, languageFor, onLanguageChosen } from './language.ts';
import { messages } from './messages.ts';

/** How the page talks: its texts, its formats, and in which language they are. */
export type Speech = {
  readonly language: Language;
  readonly form: AddressForm;
  readonly t: Messages;
  readonly f: Formats;
};

const SpeechContext = createContext<Speech | null>(null);

/** Gives everything below its texts: in the visitor's language, and with the salon's form of address. */
export function SpeechProvider(props: {
  readonly salon?: { readonly locale: string; readonly addressForm: AddressForm } | undefined;
  readonly children: ReactNode;
}) {
  const choice = useSyncExternalStore(onLanguageChosen, chosenLanguage);
  const language = languageFor(navigator.languages, props.salon?.locale, choice);
  const form = props.salon?.addressForm ?? 'sie';
  const t = use(messages(language, form));
  const speech = useMemo(() => ({ language, form, t, f: formats(language) }), [language, form, t]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>{props.children}</I18nProvider>
    </SpeechContext>
  );
}

/** Texts and formats of the page. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('SpeechProvider is missing above');
  return speech;
}
