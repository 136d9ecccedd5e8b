import { chooseLanguage, type Language } from '../../i18n/language.ts';
import { messages } from '../../i18n/messages.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';

/** The other language, in its own words. Its texts are fetched before the page changes, so that nothing flashes. */
export function LanguageSwitch() {
  const { language, form, t } = useSpeech();
  const other: Language = language === 'de' ? 'en' : 'de';
  const change = async () => {
    await messages(other, form);
    chooseLanguage(other);
  };
  return (
    <Button look="plain" lang={other} className="shrink-0" onPress={() => void change().catch(() => undefined)}>
      {t.shell.otherLanguage}
    </Button>
  );
}
