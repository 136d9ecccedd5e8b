import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { AffectedVisits } from './AffectedVisits.tsx';
import type { Saving } from './use-saving.ts';

/** Within a dialog, in place of its form: what the change would do to booked visits, before it is made. */
export function AffectedInPlace<Wish>({ saving }: { readonly saving: Saving<Wish> }) {
  const { t } = useDeskSpeech();
  const total = saving.affected?.total ?? 0;
  return (
    <div className="space-y-4" role="alert">
      <p className="font-semibold">{t.setUp.affected({ n: total })}</p>
      <p>{t.setUp.affectedMore}</p>
      <AffectedVisits visits={saving.affected?.visits ?? []} total={total} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="soft" onPress={saving.leave}>
          {t.setUp.leave}
        </Button>
        <Button onPress={saving.confirm} isPending={saving.isPending}>
          {t.setUp.saveAnyway}
        </Button>
      </div>
    </div>
  );
}
