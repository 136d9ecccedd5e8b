import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskPage } from '../shell/DeskPage.tsx';

export function CustomersPage() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.customers.title}>
      <Heading>{t.customers.title}</Heading>
    </DeskPage>
  );
}
