import type { Conflict } from '@salon/contracts/desk/visit';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { ConflictList } from './ConflictList.tsx';

/** In a form: what is in the way, and the one explicit way past it. */
export function ConflictNotice(props: {
  readonly conflicts: readonly Conflict[];
  readonly onAnyway: () => void;
  readonly isPending: boolean;
}) {
  const { t } = useDeskSpeech();
  return (
    <Notice urgent tone="heed" title={t.visit.conflicts.title}>
      <ConflictList conflicts={props.conflicts} />
      <Button look="danger" onPress={props.onAnyway} isPending={props.isPending}>
        {t.visit.conflicts.anyway}
      </Button>
    </Notice>
  );
}
