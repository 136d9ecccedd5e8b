import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { chosenLanguage, type Language, languageFor, onLanguageChosen } from '../../i18n/language.ts';
import { type Formats, formats } from '../../lib/formats.ts';
import type { DeskMessages } from './de.ts';
import { deskMessages } from './desk-messages.ts';
import { loginLanguage, onLoginLanguage } from './login-language.ts';

/** How the desk talks: its texts, its formats, and in which language they are. */
export type DeskSpeech = { readonly language: Language; readonly t: DeskMessages; readonly f: Formats };

const SpeechContext = createContext<DeskSpeech | null>(null);

/** Gives everything below its texts: in the language chosen on this device, else that of the login or the browser. */
export function DeskSpeechProvider({ children }: { readonly children: ReactNode }) {
  const choice = useSyncExternalStore(onLanguageChosen, chosenLanguage);
  const own = useSyncExternalStore(onLoginLanguage, loginLanguage);
  const language = languageFor(navigator.languages, undefined, choice ?? own);
  const t = use(deskMessages(language));
  const speech = useMemo(() => ({ language, t, f: formats(language) }), [language, t]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>{children}</I18nProvider>
    </SpeechContext>
  );
}

/** Texts and formats of the desk. */
export function useDeskSpeech(): DeskSpeech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('DeskSpeechProvider is missing above');
  return speech;
}
