import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { AffectedDialog } from './AffectedDialog.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import type { Saving } from './use-saving.ts';

/** The end of a form: what is wrong, and its buttons; they stay in sight while something is not saved. */
export function SaveFoot<Wish>(props: {
  readonly saving: Saving<Wish>;
  readonly isDirty: boolean;
  /** Back to what is saved. */
  readonly onDrop: () => void;
  /** Absent: the button submits the form it stands in. */
  readonly onSave?: () => void;
  readonly save?: string;
}) {
  const { t } = useDeskSpeech();
  const { saving, isDirty, onDrop, onSave } = props;
  return (
    <>
      {isDirty ? <SaveProblem saving={saving} onShowCurrent={onDrop} /> : null}
      {isDirty ? (
        <div className="sticky bottom-[var(--desk-bottom)] z-10 -mx-4 flex flex-wrap items-center justify-end gap-3 rounded-b-card border-line border-t bg-surface px-4 py-3 tablet:-mx-6 tablet:px-6">
          <p className="mr-auto text-small text-soft max-tablet:sr-only">{t.setUp.unsaved}</p>
          <Button look="soft" className="max-tablet:flex-1" onPress={onDrop}>
            {t.setUp.drop}
          </Button>
          <Button
            className="max-tablet:flex-1"
            {...(onSave ? { onPress: onSave } : { type: 'submit' as const })}
            isPending={saving.isPending}
          >
            {saving.isPending ? t.shell.saving : (props.save ?? t.shell.save)}
          </Button>
        </div>
      ) : null}
      <AffectedDialog saving={saving} />
    </>
  );
}
