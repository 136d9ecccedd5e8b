import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useSignedIn } from '../lib/desk.ts';
import { Alone } from '../shell/Alone.tsx';
import { EmailPanel } from './EmailPanel.tsx';
import { PasskeysPanel } from './PasskeysPanel.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { ProfilePanel } from './ProfilePanel.tsx';
import { SalonsPanel } from './SalonsPanel.tsx';
import { SecondFactorPanel } from './SecondFactorPanel.tsx';
import { SessionsPanel } from './SessionsPanel.tsx';

/** Everything about one's own login, whichever salon one works in. */
export function AccountPage() {
  const { t } = useDeskSpeech();
  const { login, salons } = useSignedIn();
  return (
    <Alone title={t.account.title} wide>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading>{t.account.title}</Heading>
        {salons.length > 0 ? (
          <LinkButton look="soft" href="/desk">
            {t.shell.toCalendar}
          </LinkButton>
        ) : null}
      </div>
      <ProfilePanel key={login.id} login={login} />
      <EmailPanel email={login.email} />
      <PasswordPanel />
      <SecondFactorPanel isOn={login.secondFactor} />
      <PasskeysPanel />
      <SessionsPanel />
      <SalonsPanel />
    </Alone>
  );
}
