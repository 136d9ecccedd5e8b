import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { looksLikeEmail, type Picked } from './picked.ts';

type New = Picked & { kind: 'new' };

/** Name, phone and address of somebody new, while a visit is made for her. */
export function NewCustomerFields(props: {
  readonly value: New;
  readonly onChange: (value: New) => void;
  readonly error?: string | undefined;
  readonly onBack: () => void;
}) {
  const { t } = useDeskSpeech();
  const { value, onChange } = props;
  const email = value.email.trim();
  return (
    <fieldset className="space-y-3 rounded-card border border-line bg-surface p-4">
      <legend className="sr-only">{t.customers.picker.newTitle}</legend>
      <TextField
        name="new-name"
        label={t.customers.fields.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        autoCapitalize="words"
        maxLength={200}
        autoFocus
        error={props.error !== undefined && value.name.trim() === '' ? t.customers.fields.nameMissing : undefined}
      />
      <TextField
        name="new-phone"
        type="tel"
        label={t.customers.fields.phone}
        hint={t.shell.optional}
        value={value.phone}
        onChange={(phone) => onChange({ ...value, phone })}
        maxLength={40}
      />
      <TextField
        name="new-email"
        type="email"
        label={t.customers.fields.email}
        hint={t.shell.optional}
        value={value.email}
        onChange={(text) => onChange({ ...value, email: text })}
        maxLength={254}
        error={
          props.error !== undefined && email !== '' && !looksLikeEmail(email)
            ? t.customers.fields.emailWrong
            : undefined
        }
      />
      <Button look="plain" onPress={props.onBack}>
        {t.customers.picker.change}
      </Button>
    </fieldset>
  );
}
