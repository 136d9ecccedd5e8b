import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod/mini';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { orNull, type SettingsProps, useSettingsForm } from './use-settings-form.ts';

type Values = { name: string; phone: string; email: string; street: string; postalCode: string; city: string };

export function DetailsForm({ settings }: SettingsProps) {
  const { t } = useDeskSpeech();
  const { details } = settings;
  const text = (most: number) => z.string().check(z.maxLength(most, t.setUp.tooLong));
  const schema = z.object({
    name: z.string().check(z.trim(), z.regex(/[\p{L}\p{N}]/u, t.setUp.needed), z.maxLength(100, t.setUp.tooLong)),
    phone: text(40),
    email: z.union([z.literal(''), z.email(t.setUp.wrongEmail)], t.setUp.wrongEmail),
    street: text(120),
    postalCode: text(20),
    city: text(80),
  });
  const known: Values = {
    name: details.name,
    phone: details.phone ?? '',
    email: details.email ?? '',
    street: details.street ?? '',
    postalCode: details.postalCode ?? '',
    city: details.city ?? '',
  };
  const { form, saving, drop } = useSettingsForm<Values>({
    part: 'details',
    settings,
    known,
    resolver: zodResolver(schema),
  });
  const { control, handleSubmit, formState } = form;
  const submit = handleSubmit(({ name, phone, email, street, postalCode, city }) =>
    saving.save({
      details: {
        name,
        phone: orNull(phone),
        email: orNull(email),
        street: orNull(street),
        postalCode: orNull(postalCode),
        city: orNull(city),
      },
    }),
  );
  const hint = t.shell.optional;
  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t.settings.details}>
        <FormField control={control} name="name" label={t.settings.name} autoComplete="organization" />
        <div className="grid gap-4 tablet:grid-cols-2">
          <FormField
            control={control}
            name="phone"
            type="tel"
            label={t.settings.phone}
            hint={hint}
            description={t.settings.phoneMore}
            autoComplete="tel"
          />
          <FormField
            control={control}
            name="email"
            type="email"
            label={t.settings.email}
            hint={hint}
            description={t.settings.emailMore}
            autoComplete="email"
          />
        </div>
        <FormField
          control={control}
          name="street"
          label={t.settings.street}
          hint={hint}
          autoComplete="street-address"
        />
        <div className="grid gap-4 tablet:grid-cols-[10rem_1fr]">
          <FormField
            control={control}
            name="postalCode"
            label={t.settings.postalCode}
            hint={hint}
            autoComplete="postal-code"
          />
          <FormField control={control} name="city" label={t.settings.city} hint={hint} autoComplete="address-level2" />
        </div>
        <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={drop} />
      </Panel>
    </form>
  );
}
