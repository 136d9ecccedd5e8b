import { chooseLanguage } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** The other language, named in itself. */
export function LanguageButton() {
  const { t, language } = useDeskSpeech();
  const other = language === 'de' ? 'en' : 'de';
  return (
    <Button look="plain" onPress={() => chooseLanguage(other)}>
      <span lang={other}>{t.shell.otherLanguage}</span>
    </Button>
  );
}
