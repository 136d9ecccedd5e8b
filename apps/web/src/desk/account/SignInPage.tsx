import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { Alone } from '../shell/Alone.tsx';

export function SignInPage() {
  const { t } = useDeskSpeech();
  return (
    <Alone title={t.account.signIn}>
      <Heading>{t.account.signIn}</Heading>
    </Alone>
  );
}
