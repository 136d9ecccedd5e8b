import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { classes } from './classes.ts';
import { FieldText, type FieldWords } from './FieldText.tsx';
import { FIELD_BUTTON, FIELD_GROUP } from './field-look.ts';

/** A number as its language writes it, with its unit or currency by `format`; null while nothing is in it. */
export function NumberField(
  props: FieldWords & {
    readonly value: number | null;
    readonly onChange: (value: number | null) => void;
    readonly min?: number;
    readonly max?: number;
    readonly step?: number;
    readonly format?: Intl.NumberFormatOptions;
    /** Buttons for one step less and more. */
    readonly steps?: boolean;
    readonly name?: string;
    readonly disabled?: boolean;
    readonly className?: string;
  },
) {
  const { min, max, step, format, name } = props;
  return (
    <AriaNumberField
      {...(name === undefined ? {} : { name })}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(format === undefined ? {} : { formatOptions: format })}
      value={props.value ?? Number.NaN}
      onChange={(value) => props.onChange(Number.isNaN(value) ? null : value)}
      isInvalid={props.error !== undefined}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      className={classes('flex flex-col gap-1.5', props.className)}
    >
      <FieldText words={props}>
        <Group className={FIELD_GROUP}>
          {props.steps ? (
            <Button slot="decrement" className={FIELD_BUTTON}>
              <Minus aria-hidden className="size-5" />
            </Button>
          ) : null}
          <Input
            className={classes(
              'numbers h-12 w-full min-w-0 flex-1 rounded-card bg-transparent outline-none',
              props.steps ? 'text-center' : 'px-4',
            )}
          />
          {props.steps ? (
            <Button slot="increment" className={FIELD_BUTTON}>
              <Plus aria-hidden className="size-5" />
            </Button>
          ) : null}
        </Group>
      </FieldText>
    </AriaNumberField>
  );
}
