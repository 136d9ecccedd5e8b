import { Redirect } from 'wouter';
import { memory } from '../../lib/local-memory.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useSignedIn } from '../lib/desk.ts';
import { calendarPath, newSalonPath } from '../lib/paths.ts';
import { Alone } from './Alone.tsx';

/** The salon whose desk was open last on this device. */
export const lastSalon = memory<string>(() => localStorage, 'desk-salon');

/** `/desk` leads to the calendar of the salon where one was last. */
export function Home() {
  const { t } = useDeskSpeech();
  const { salons } = useSignedIn();
  const last = lastSalon.read();
  const salon = salons.find(({ id }) => id === last) ?? salons[0];
  if (salon) return <Redirect to={calendarPath(salon.slug)} replace />;
  return (
    <Alone title={t.shell.noSalon}>
      <Message title={t.shell.noSalon} text={t.shell.noSalonMore}>
        <LinkButton href={newSalonPath}>{t.shell.newSalon}</LinkButton>
      </Message>
    </Alone>
  );
}
