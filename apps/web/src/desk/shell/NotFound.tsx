import { LinkButton } from '../../ui/LinkButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { Alone } from './Alone.tsx';

/** An address that leads nowhere, or to a salon where one does not work: the same, so that nothing can be guessed. */
export function NotFound() {
  const { t } = useDeskSpeech();
  return (
    <Alone title={t.shell.notFound}>
      <Message title={t.shell.notFound} text={t.shell.notFoundMore}>
        <LinkButton href="/desk">{t.shell.toCalendar}</LinkButton>
      </Message>
    </Alone>
  );
}
