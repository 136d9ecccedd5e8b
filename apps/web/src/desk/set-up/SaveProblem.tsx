import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { isRefused } from '../lib/desk-http.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import type { Saving } from './use-saving.ts';

/** Why something was not saved; where somebody else was faster, with the way to what is there now. */
export function SaveProblem<Wish>(props: { readonly saving: Saving<Wish>; readonly onShowCurrent: () => void }) {
  const { t } = useDeskSpeech();
  const { error } = props.saving;
  if (!error) return null;
  return (
    <DeskProblemNotice error={error}>
      {isRefused(error, 'version_conflict') ? (
        <Button look="soft" onPress={props.onShowCurrent}>
          {t.setUp.showCurrent}
        </Button>
      ) : null}
    </DeskProblemNotice>
  );
}
