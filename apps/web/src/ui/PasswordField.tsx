import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { FieldText, type FieldWords } from './FieldText.tsx';
import { FIELD_BUTTON, FIELD_GROUP } from './field-look.ts';

/** A secret, that can be looked at while one types it. */
export function PasswordField(
  props: FieldWords & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly onBlur?: () => void;
    readonly name: string;
    readonly autoComplete: 'current-password' | 'new-password';
    /** What the button beside it is called. */
    readonly show: string;
    readonly field?: Ref<HTMLInputElement>;
  },
) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      name={props.name}
      type={shown ? 'text' : 'password'}
      value={props.value}
      onChange={props.onChange}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      autoComplete={props.autoComplete}
      isInvalid={props.error !== undefined}
      isRequired
      validationBehavior="aria"
      className="flex flex-col gap-1.5"
    >
      <FieldText words={props}>
        <Group isInvalid={props.error !== undefined} className={FIELD_GROUP}>
          <Input
            {...(props.field ? { ref: props.field } : {})}
            autoCapitalize="none"
            spellCheck={false}
            className="h-12 w-full min-w-0 flex-1 rounded-card bg-transparent pl-4 outline-none"
          />
          <ToggleButton aria-label={props.show} isSelected={shown} onChange={setShown} className={FIELD_BUTTON}>
            {shown ? <EyeOff aria-hidden className="size-5" /> : <Eye aria-hidden className="size-5" />}
          </ToggleButton>
        </Group>
      </FieldText>
    </TextField>
  );
}
