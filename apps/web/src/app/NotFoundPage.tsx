import { useSpeech } from '../i18n/Speech.tsx';
import { Message } from '../ui/Message.tsx';
import { Page } from '../ui/Page.tsx';
import { usePageTitle } from './page-title.ts';

export function NotFoundPage() {
  const { t } = useSpeech();
  usePageTitle(t.shell.notFound);
  return (
    <Page>
      <Message title={t.shell.notFound} text={t.shell.notFoundMore} />
    </Page>
  );
}
