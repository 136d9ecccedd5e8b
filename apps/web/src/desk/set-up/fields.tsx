import type { ComponentProps } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';

type Of<Values extends FieldValues, Value> = {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, Value>;
};

/** A number of a form. */
export function NumberOf<Values extends FieldValues>({
  control,
  name,
  ...rest
}: Of<Values, number | null> & Omit<ComponentProps<typeof NumberField>, 'value' | 'onChange' | 'name' | 'error'>) {
  const { field, fieldState } = useController({ control, name });
  return <NumberField {...rest} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />;
}

/** A day of a form. */
export function DateOf<Values extends FieldValues>({
  control,
  name,
  ...rest
}: Of<Values, string | null> & Omit<ComponentProps<typeof DateField>, 'value' | 'onChange' | 'name' | 'error'>) {
  const { field, fieldState } = useController({ control, name });
  return <DateField {...rest} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />;
}

/** Something that is on or off, in a form. */
export function SwitchOf<Values extends FieldValues>({
  control,
  name,
  ...rest
}: Of<Values, boolean> & Omit<ComponentProps<typeof Switch>, 'on' | 'onChange'>) {
  const { field } = useController({ control, name });
  return <Switch {...rest} on={field.value} onChange={field.onChange} />;
}

/** One of a few, in a form. */
export function SelectOf<Values extends FieldValues>({
  control,
  name,
  ...rest
}: Of<Values, string> & Omit<ComponentProps<typeof Select<string>>, 'value' | 'onChange' | 'name' | 'error'>) {
  const { field, fieldState } = useController({ control, name });
  return <Select {...rest} value={field.value || null} onChange={field.onChange} error={fieldState.error?.message} />;
}
