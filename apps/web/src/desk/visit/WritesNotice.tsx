import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { Pending } from './desk-write.ts';

/** Says that something that was changed is not settled yet, where that takes longer than a moment. */
export function WritesNotice(props: {
  readonly pending: readonly Pending[];
  readonly retry: () => void;
  readonly className: string;
}) {
  const { t } = useDeskSpeech();
  const { pending } = props;
  const stuck = pending.some(({ state }) => state === 'stuck');
  const waiting = pending.find(({ state }) => state === 'waiting');
  if (!stuck && waiting === undefined) return null;
  const words = t.visit.sending;
  return (
    <div className={props.className}>
      {stuck ? (
        <Notice urgent tone="wrong" title={words.stuck}>
          <Button look="soft" onPress={props.retry}>
            {t.shell.retry}
          </Button>
        </Notice>
      ) : (
        <Notice tone="offline" title={waiting?.why === 'busy' ? words.busy : words.noAnswer} />
      )}
    </div>
  );
}
