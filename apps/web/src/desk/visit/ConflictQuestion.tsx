import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { ConflictList } from './ConflictList.tsx';
import type { Question } from './questions.ts';

/** Says what is in the way, and asks once whether it shall be all the same. */
export function ConflictQuestion({ question }: { readonly question: Extract<Question, { kind: 'conflict' }> }) {
  const { t } = useDeskSpeech();
  const words = t.visit.conflicts;
  return (
    <Dialog
      isOpen
      onClose={() => question.answer(false)}
      title={words.title}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" autoFocus onPress={() => question.answer(false)}>
            {words.back}
          </Button>
          <Button look="danger" onPress={() => question.answer(true)}>
            {words.anyway}
          </Button>
        </>
      }
    >
      <ConflictList conflicts={question.conflicts} />
    </Dialog>
  );
}
