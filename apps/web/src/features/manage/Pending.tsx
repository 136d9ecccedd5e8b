import { ApiProblemNumber } from '../../app/ApiProblemNumber.tsx';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Sending } from '../sending/sender.ts';

/** A change whose fate is not known yet: what we do about it, and that nothing happens twice. */
export function Pending(props: { readonly state: Sending<unknown, unknown>; readonly resume: () => void }) {
  const { state } = props;
  const { t } = useSpeech();
  if (state.kind === 'waiting') {
    const offline = state.why === 'no_answer';
    return (
      <Notice urgent tone={offline ? 'offline' : 'heed'} title={offline ? t.manage.stillTrying : t.manage.stillBusy}>
        <p>{t.manage.stillTryingMore}</p>
      </Notice>
    );
  }
  if (state.kind !== 'unsure') return null;
  return (
    <Notice urgent tone="wrong" title={t.manage.unsure}>
      <p>{t.manage.unsureMore}</p>
      <ApiProblemNumber problem={state.problem} />
      <Button look="soft" onPress={props.resume}>
        {t.shell.retry}
      </Button>
    </Notice>
  );
}
