import type { SecondFactorAnswer } from '@salon/contracts/desk/account';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { AskPassword } from './AskPassword.tsx';
import { endSecondFactor, newRecoveryCodes, startSecondFactor } from './account.calls.ts';
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { Unfold } from './Unfold.tsx';

/** The second factor: set up step by step, renewed, and switched off, each after the password once more. */
export function SecondFactorPanel({ isOn }: { readonly isOn: boolean }) {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const [enrolling, setEnrolling] = useState<SecondFactorAnswer>();
  const [codes, setCodes] = useState<readonly string[]>();
  const refresh = () => client.invalidateQueries({ queryKey: ['desk'] });
  if (codes) {
    return (
      <Panel title={t.account.second}>
        <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />
      </Panel>
    );
  }
  if (enrolling) {
    return (
      <Panel title={t.account.second}>
        <EnrolSecondFactor
          answer={enrolling}
          onDone={() => {
            setCodes(enrolling.recoveryCodes);
            setEnrolling(undefined);
            showToast({ text: t.account.secondDone });
            void refresh();
          }}
        />
      </Panel>
    );
  }
  if (!isOn) {
    return (
      <Panel title={t.account.second} description={t.account.secondOff}>
        <Unfold button={t.account.secondStart}>
          <AskPassword submit={t.account.continue} send={startSecondFactor} onDone={setEnrolling} />
        </Unfold>
      </Panel>
    );
  }
  return (
    <Panel title={t.account.second} description={t.account.secondOn}>
      <Unfold button={t.account.codesNew}>
        <AskPassword
          submit={t.account.codesNew}
          send={newRecoveryCodes}
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
        />
      </Unfold>
      <Unfold button={t.account.secondDisable}>
        <AskPassword
          submit={t.account.secondDisable}
          send={endSecondFactor}
          onDone={() => {
            showToast({ text: t.account.secondDisabled });
            void refresh();
          }}
        />
      </Unfold>
    </Panel>
  );
}
