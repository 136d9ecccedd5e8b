import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskPage } from '../shell/DeskPage.tsx';

export function SettingsPage() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.settings.title}>
      <Heading>{t.settings.title}</Heading>
    </DeskPage>
  );
}
