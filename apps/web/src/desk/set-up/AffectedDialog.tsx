import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { AffectedVisits } from './AffectedVisits.tsx';
import type { Saving } from './use-saving.ts';

/** Shows what a change would do to booked visits, before it is made. */
export function AffectedDialog<Wish>({ saving }: { readonly saving: Saving<Wish> }) {
  const { t } = useDeskSpeech();
  const { affected } = saving;
  const total = affected?.total ?? 0;
  return (
    <Dialog
      isOpen={affected !== undefined}
      onClose={saving.leave}
      title={t.setUp.affected({ n: total })}
      close={t.shell.close}
      foot={
        <>
          <Button look="soft" onPress={saving.leave}>
            {t.setUp.leave}
          </Button>
          <Button onPress={saving.confirm} isPending={saving.isPending}>
            {t.setUp.saveAnyway}
          </Button>
        </>
      }
    >
      <p>{t.setUp.affectedMore}</p>
      <AffectedVisits visits={affected?.visits ?? []} total={total} />
    </Dialog>
  );
}
