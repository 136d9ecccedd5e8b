import { zodResolver } from '@hookform/resolvers/zod';
import { useController } from 'react-hook-form';
import { z } from 'zod/mini';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { ColourField } from '../set-up/ColourField.tsx';
import { SelectOf, SwitchOf } from '../set-up/fields.tsx';
import { PictureField } from '../set-up/PictureField.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { orNull, type SettingsProps, useSettingsForm } from './use-settings-form.ts';

type Values = {
  description: string;
  colour: string | null;
  locale: string;
  addressForm: string;
  bookButton: string;
  pricesIncludeVat: boolean;
};

/** How page and mails look and speak. */
export function LooksForm({ settings }: SettingsProps) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { looks } = settings;
  const schema = z.object({
    description: z.string().check(z.maxLength(2000, t.setUp.tooLong)),
    colour: z.nullable(z.string()),
    locale: z.string(),
    addressForm: z.string(),
    bookButton: z.string().check(z.maxLength(40, t.setUp.tooLong)),
    pricesIncludeVat: z.boolean(),
  });
  const known: Values = { ...looks, description: looks.description ?? '', bookButton: looks.bookButton ?? '' };
  const { form, saving, drop } = useSettingsForm<Values>({
    part: 'looks',
    settings,
    known,
    resolver: zodResolver(schema),
  });
  const { control, handleSubmit, formState } = form;
  const colour = useController({ control, name: 'colour' }).field;
  const submit = handleSubmit(({ description, bookButton, locale, addressForm, ...rest }) =>
    saving.save({
      looks: {
        ...rest,
        description: orNull(description),
        bookButton: orNull(bookButton),
        locale: locale === 'en' ? 'en' : 'de',
        addressForm: addressForm === 'du' ? 'du' : 'sie',
      },
    }),
  );
  return (
    <div className="space-y-6">
      <Panel title={t.settings.logo}>
        <PictureField
          label={t.settings.logo}
          name={settings.details.name}
          url={settings.logoUrl}
          shape="square"
          path={`/api/desk/${salon.id}/settings/logo`}
        />
      </Panel>
      <form onSubmit={submit} noValidate>
        <Panel title={t.settings.looks}>
          <ColourField label={t.settings.colour} value={colour.value} onChange={colour.onChange} />
          <FormField
            control={control}
            name="description"
            label={t.settings.description}
            hint={t.shell.optional}
            description={t.settings.descriptionMore}
            lines={4}
          />
          <div className="grid gap-4 tablet:grid-cols-2">
            <SelectOf
              control={control}
              name="addressForm"
              label={t.settings.addressForm}
              description={t.settings.addressFormMore}
              options={[
                { value: 'sie', text: 'Sie' },
                { value: 'du', text: t.settings.du },
              ]}
            />
            <SelectOf
              control={control}
              name="locale"
              label={t.settings.locale}
              description={t.settings.localeMore}
              options={[
                { value: 'de', text: 'Deutsch' },
                { value: 'en', text: 'English' },
              ]}
            />
          </div>
          <FormField
            control={control}
            name="bookButton"
            label={t.settings.bookButton}
            hint={t.shell.optional}
            description={t.settings.bookButtonMore}
          />
          <SwitchOf control={control} name="pricesIncludeVat" label={t.settings.pricesIncludeVat} />
          <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={drop} />
        </Panel>
      </form>
    </div>
  );
}
