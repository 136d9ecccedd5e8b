import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** A password of a form: the one somebody has, or the one she is to have, which says how long it has to be. */
export function FormPassword<Values extends FieldValues>(props: {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, string>;
  readonly label: string;
  readonly isNew?: boolean;
}) {
  const { t } = useDeskSpeech();
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  return (
    <PasswordField
      label={props.label}
      description={props.isNew ? t.account.passwordHint : undefined}
      show={t.account.showPassword}
      autoComplete={props.isNew ? 'new-password' : 'current-password'}
      name={field.name}
      value={field.value as string}
      onChange={field.onChange}
      onBlur={field.onBlur}
      field={field.ref}
      error={fieldState.error?.message}
    />
  );
}
