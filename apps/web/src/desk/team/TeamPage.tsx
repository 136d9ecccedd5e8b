import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskPage } from '../shell/DeskPage.tsx';

export function TeamPage() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.team.title}>
      <Heading>{t.team.title}</Heading>
    </DeskPage>
  );
}
