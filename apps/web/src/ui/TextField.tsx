import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FIELD_BOX } from './field-look.ts';

type Props = {
  readonly label: string;
  /** Said behind the label where a field may stay empty. */
  readonly hint?: string | undefined;
  readonly description?: string | undefined;
  /** What is wrong, in a sentence; undefined: nothing. */
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly name: string;
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'password' | 'url'>;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoCapitalize?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** Which keys a phone offers, where the kind of field does not say. */
  readonly inputMode?: 'numeric';
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly lines?: number;
  readonly field?: Ref<HTMLInputElement>;
};

/** A labelled field; the error stands below it, and belongs to it for whoever hears the page. */
export function TextField(props: Props) {
  const { error, lines, type = 'text' } = props;
  return (
    <AriaTextField
      name={props.name}
      type={type}
      value={props.value}
      onChange={props.onChange}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      autoComplete={props.autoComplete ?? 'off'}
      isInvalid={error !== undefined}
      isRequired={props.required ?? false}
      validationBehavior="aria"
      isReadOnly={props.readOnly ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.inputMode ? { inputMode: props.inputMode } : {})}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      className="flex flex-col gap-1.5"
    >
      <Label className="flex items-baseline justify-between gap-3 font-semibold">
        {props.label}
        {props.hint ? <span className="text-small font-normal text-soft">{props.hint}</span> : null}
      </Label>
      {lines === undefined ? (
        <Input
          {...(props.field ? { ref: props.field } : {})}
          autoCapitalize={props.autoCapitalize ?? (type === 'text' ? 'sentences' : 'none')}
          className={classes('h-12', FIELD_BOX)}
        />
      ) : (
        <TextArea rows={lines} className={classes('min-h-12 resize-y py-3', FIELD_BOX)} />
      )}
      {props.description ? (
        <Text slot="description" className="text-small text-soft">
          {props.description}
        </Text>
      ) : null}
      <FieldError className="text-small font-semibold text-wrong">{error}</FieldError>
    </AriaTextField>
  );
}
