import { zodResolver } from '@hookform/resolvers/zod';
import type { NewStaff, StaffMember } from '@salon/contracts/desk/team';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { z } from 'zod/mini';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { staffPath } from '../lib/paths.ts';
import { SwitchOf } from '../set-up/fields.tsx';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

type Values = { name: string; title: string; allServices: boolean };

export function NewStaffDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useDeskSpeech();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.team.addTitle} close={t.shell.close}>
      <NewStaffForm />
    </Dialog>
  );
}

function NewStaffForm() {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const [, navigate] = useLocation();
  const schema = z.object({
    name: z.string().check(z.trim(), z.regex(/[\p{L}\p{N}]/u, t.setUp.needed), z.maxLength(100, t.setUp.tooLong)),
    title: z.string().check(z.trim(), z.maxLength(100, t.setUp.tooLong)),
    allServices: z.boolean(),
  });
  const { control, handleSubmit } = useForm<Values>({
    defaultValues: { name: '', title: '', allServices: true },
    resolver: zodResolver(schema),
  });
  const saving = useSaving<NewStaff, StaffMember>({
    send: (wish) => deskPost(`/api/desk/${salon.id}/team`, wish),
    onSaved: ({ id }) => navigate(`${staffPath(salon.slug, id)}?view=hours`),
  });
  const submit = handleSubmit(({ name, title, allServices }) =>
    saving.save({ name, title: title || null, colour: null, activeFrom: null, activeUntil: null, allServices }),
  );
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <p className="text-soft">{t.team.addMore}</p>
      <FormField control={control} name="name" label={t.team.name} description={t.team.nameMore} autoFocus />
      <FormField
        control={control}
        name="title"
        label={t.team.role}
        hint={t.shell.optional}
        description={t.team.roleMore}
      />
      <SwitchOf control={control} name="allServices" label={t.team.allServices} />
      {saving.error ? <DeskProblemNotice error={saving.error} /> : null}
      <Button type="submit" isPending={saving.isPending} className="w-full">
        {t.team.add}
      </Button>
    </form>
  );
}
