import { NewSalonRequest } from '@salon/contracts/desk/members';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useLocation } from 'wouter';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useSignedIn } from '../lib/desk.ts';
import { accountPath, calendarPath } from '../lib/paths.ts';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { Alone } from '../shell/Alone.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { createSalon } from './account.calls.ts';
import { slugOf } from './slug.ts';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }));
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A salon of one's own: its name, where customers will find it, and its clock. */
export function NewSalonPage() {
  const { t } = useDeskSpeech();
  const { salons } = useSignedIn();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const form = useDeskForm(NewSalonRequest, {
    values: { name: '', slug: '', timezone: HERE },
    wrong: { slug: t.account.slugWrong },
  });
  const sending = useMutation({
    mutationFn: createSalon,
    onSuccess: async ({ salon }) => {
      await client.invalidateQueries({ queryKey: ['desk'] });
      navigate(calendarPath(salon.slug));
    },
  });
  const name = useController({ control: form.control, name: 'name' });
  const slug = useController({ control: form.control, name: 'slug' });
  return (
    <Alone title={t.account.newSalonTitle}>
      <div>
        <Heading>{t.account.newSalonTitle}</Heading>
        <p className="text-soft">{t.account.newSalonMore}</p>
      </div>
      <SendForm
        form={form}
        sending={sending}
        submit={t.account.createSalon}
        pending={t.account.creatingSalon}
        beside={
          <LinkButton look="plain" className="mx-0" href={salons.length > 0 ? '/desk' : accountPath}>
            {t.shell.cancel}
          </LinkButton>
        }
      >
        <TextField
          name="name"
          label={t.account.salonName}
          autoComplete="organization"
          autoCapitalize="words"
          maxLength={120}
          required
          value={name.field.value}
          onChange={(typed) => {
            // The address follows the name until somebody gives it one of its own.
            if (slug.field.value === slugOf(name.field.value)) form.setValue('slug', slugOf(typed));
            name.field.onChange(typed);
          }}
          onBlur={name.field.onBlur}
          field={name.field.ref}
          error={name.fieldState.error?.message}
        />
        <TextField
          name="slug"
          label={t.account.slug}
          description={
            slug.field.value ? t.account.slugShown({ host: location.host, slug: slug.field.value }) : undefined
          }
          autoCapitalize="none"
          maxLength={63}
          required
          value={slug.field.value}
          onChange={slug.field.onChange}
          onBlur={slug.field.onBlur}
          field={slug.field.ref}
          error={slug.fieldState.error?.message}
        />
        <ZoneField
          value={form.watch('timezone')}
          onChange={(zone) => form.setValue('timezone', zone, { shouldValidate: true })}
        />
      </SendForm>
    </Alone>
  );
}

function ZoneField({ value, onChange }: { readonly value: string; readonly onChange: (zone: string) => void }) {
  const { t } = useDeskSpeech();
  const [typed, setTyped] = useState(value.replaceAll('_', ' '));
  const wanted = typed.toLowerCase();
  const fitting =
    wanted === value.replaceAll('_', ' ').toLowerCase()
      ? ZONES
      : ZONES.filter(({ text }) => text.toLowerCase().includes(wanted));
  return (
    <ComboBox
      label={t.account.timezone}
      options={fitting}
      typed={typed}
      onType={setTyped}
      value={value}
      onChange={(zone) => {
        if (zone === null) return;
        onChange(zone);
        setTyped(zone.replaceAll('_', ' '));
      }}
      nothing={t.palette.nothing}
    />
  );
}
