import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskPage } from '../shell/DeskPage.tsx';

export function CalendarPage() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.calendar.title}>
      <Heading>{t.calendar.title}</Heading>
    </DeskPage>
  );
}
