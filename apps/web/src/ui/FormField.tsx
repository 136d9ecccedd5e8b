import type { ComponentProps } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { TextField } from './TextField.tsx';

type Text = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'field'>;

/** A text of a form of react-hook-form: its value, what is wrong with it, and the focus when it is the first that is. */
export function FormField<Values extends FieldValues>(
  props: Text & {
    readonly control: Control<Values>;
    readonly name: FieldPathByValue<Values, string>;
  },
) {
  const { control, name, ...rest } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <TextField
      {...rest}
      name={field.name}
      value={field.value as string}
      onChange={field.onChange}
      onBlur={field.onBlur}
      field={field.ref}
      error={fieldState.error?.message}
    />
  );
}
