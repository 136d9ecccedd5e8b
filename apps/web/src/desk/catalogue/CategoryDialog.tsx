import type { DeskCategory } from '@salon/contracts/desk/catalogue';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost, deskPut } from '../lib/desk-http.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly category?: DeskCategory };

/** Names a category: a new one, or one that is there. */
export function CategoryDialog(props: Props) {
  const { t } = useDeskSpeech();
  const title = props.category ? t.catalogue.renameCategory : t.catalogue.addCategory;
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={title} close={t.shell.close}>
      <CategoryForm {...props} />
    </Dialog>
  );
}

function CategoryForm({ category, onClose }: Props) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const [name, setName] = useState(category?.name ?? '');
  const [tried, setTried] = useState(false);
  const at = `/api/desk/${salon.id}/catalogue/categories`;
  const saving = useSaving<string, DeskCategory>({
    send: (wish) => (category ? deskPut(`${at}/${category.id}`, { name: wish }) : deskPost(at, { name: wish })),
    onSaved: onClose,
  });
  const isNamed = /[\p{L}\p{N}]/u.test(name);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isNamed) saving.save(name.trim());
      }}
    >
      <TextField
        label={t.catalogue.categoryName}
        name="name"
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        error={tried && !isNamed ? t.setUp.needed : undefined}
      />
      {saving.error ? <DeskProblemNotice error={saving.error} /> : null}
      <Button type="submit" isPending={saving.isPending} className="w-full">
        {t.shell.save}
      </Button>
    </form>
  );
}
