import { useState } from 'react';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { Alone } from '../shell/Alone.tsx';
import { useGoOn } from './go-on.ts';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { PasswordSignIn } from './PasswordSignIn.tsx';
import { SecondFactorSignIn } from './SecondFactorSignIn.tsx';

/** The way in: by password, with a second step where there is one, or by passkey. */
export function SignInPage() {
  const { t } = useDeskSpeech();
  const goOn = useGoOn();
  const [second, setSecond] = useState(false);
  if (second) {
    return (
      <Alone key="second" title={t.account.secondTitle}>
        <Heading>{t.account.secondTitle}</Heading>
        <SecondFactorSignIn onDone={goOn} onBack={() => setSecond(false)} />
      </Alone>
    );
  }
  return (
    <Alone key="first" title={t.account.signInTitle}>
      <div>
        <Heading>{t.account.signInTitle}</Heading>
        <p className="text-soft">{t.account.signInMore}</p>
      </div>
      <PasswordSignIn onDone={goOn} onSecond={() => setSecond(true)} />
      <PasskeySignIn onDone={goOn} />
    </Alone>
  );
}
