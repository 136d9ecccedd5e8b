import { TextField } from '../../ui/TextField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { type Details, wrongDetails } from './details.ts';

/** The fields of a card; what is wrong is said once somebody wants to save. */
export function DetailsFields(props: {
  readonly value: Details;
  readonly onChange: (value: Details) => void;
  readonly checked: boolean;
  /** The API knows this address from another card. */
  readonly emailTaken: boolean;
}) {
  const { t } = useDeskSpeech();
  const { value, onChange } = props;
  const wrong = wrongDetails(value);
  const words = t.customers.fields;
  const set = (field: keyof Details) => (text: string) => onChange({ ...value, [field]: text });
  const emailError = props.emailTaken ? words.emailTaken : props.checked && wrong.email ? words.emailWrong : undefined;
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      <div className="tablet:col-span-2">
        <TextField
          name="name"
          label={words.name}
          value={value.name}
          onChange={set('name')}
          autoCapitalize="words"
          maxLength={200}
          autoFocus
          error={props.checked && wrong.name ? words.nameMissing : undefined}
        />
      </div>
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        hint={t.shell.optional}
        value={value.phone}
        onChange={set('phone')}
        maxLength={40}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={t.shell.optional}
        value={value.email}
        onChange={set('email')}
        maxLength={254}
        error={emailError}
      />
      <TextField
        name="allergies"
        label={words.allergies}
        hint={t.shell.optional}
        description={words.allergiesMore}
        value={value.allergies}
        onChange={set('allergies')}
        maxLength={2000}
        lines={2}
      />
      <TextField
        name="notes"
        label={words.notes}
        hint={t.shell.optional}
        description={words.notesMore}
        value={value.notes}
        onChange={set('notes')}
        maxLength={10_000}
        lines={4}
      />
    </div>
  );
}
