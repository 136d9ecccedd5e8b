import { zodResolver } from '@hookform/resolvers/zod';
import { useController } from 'react-hook-form';
import { z } from 'zod/mini';
import { Button } from '../../ui/Button.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { ColourField } from '../set-up/ColourField.tsx';
import { DateOf } from '../set-up/fields.tsx';
import { PictureField } from '../set-up/PictureField.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { useKeptForm } from '../set-up/use-kept-form.ts';
import { type StaffFormProps, useStaffSaving } from './use-staff-saving.ts';

type Values = {
  name: string;
  title: string;
  colour: string | null;
  activeFrom: string | null;
  activeUntil: string | null;
};

export function ProfileForm({ staff }: StaffFormProps) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const known: Values = { ...staff.profile, title: staff.profile.title ?? '' };
  const schema = z
    .object({
      name: z.string().check(z.trim(), z.regex(/[\p{L}\p{N}]/u, t.setUp.needed), z.maxLength(100, t.setUp.tooLong)),
      title: z.string().check(z.trim(), z.maxLength(100, t.setUp.tooLong)),
      colour: z.nullable(z.string()),
      activeFrom: z.nullable(z.string()),
      activeUntil: z.nullable(z.string()),
    })
    .check(
      z.refine(({ activeFrom, activeUntil }) => !activeFrom || !activeUntil || activeFrom <= activeUntil, {
        path: ['activeUntil'],
        error: t.setUp.endsBefore,
      }),
    );
  const form = useKeptForm<Values>(`staff ${staff.id} profile`, known, zodResolver(schema));
  const { control, handleSubmit, reset, formState, setValue } = form;
  const saving = useStaffSaving(staff, () => reset(form.getValues()));
  const colour = useController({ control, name: 'colour' }).field;
  const submit = handleSubmit(({ title, ...rest }) => saving.save({ profile: { ...rest, title: title || null } }));
  const clear = (name: 'activeFrom' | 'activeUntil') => (
    <Button look="plain" onPress={() => setValue(name, null, { shouldDirty: true, shouldValidate: true })}>
      {t.team.clearDate}
    </Button>
  );
  const { activeFrom, activeUntil } = form.watch();
  return (
    <div className="space-y-6">
      <Panel title={t.team.photo}>
        <PictureField
          label={t.team.photo}
          name={staff.profile.name}
          url={staff.photoUrl}
          shape="round"
          path={`/api/desk/${salon.id}/team/${staff.id}/photo`}
        />
      </Panel>
      <form onSubmit={submit} noValidate>
        <Panel title={t.team.profile}>
          <div className="grid gap-4 tablet:grid-cols-2">
            <FormField control={control} name="name" label={t.team.name} description={t.team.nameMore} />
            <FormField
              control={control}
              name="title"
              label={t.team.role}
              hint={t.shell.optional}
              description={t.team.roleMore}
            />
          </div>
          <ColourField label={t.team.colour} value={colour.value} onChange={colour.onChange} />
          <div className="grid gap-4 tablet:grid-cols-2">
            <div>
              <DateOf control={control} name="activeFrom" label={t.team.activeFrom} hint={t.shell.optional} />
              {activeFrom ? clear('activeFrom') : null}
            </div>
            <div>
              <DateOf
                control={control}
                name="activeUntil"
                label={t.team.activeUntil}
                hint={t.shell.optional}
                description={t.team.activeMore}
              />
              {activeUntil ? clear('activeUntil') : null}
            </div>
          </div>
          <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={() => reset(known)} />
        </Panel>
      </form>
    </div>
  );
}
