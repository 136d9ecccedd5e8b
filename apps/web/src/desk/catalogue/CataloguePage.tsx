import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskPage } from '../shell/DeskPage.tsx';

export function CataloguePage() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.catalogue.title}>
      <Heading>{t.catalogue.title}</Heading>
    </DeskPage>
  );
}
