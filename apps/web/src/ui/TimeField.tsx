import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment } from 'react-aria-components/DatePicker';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import { classes } from './classes.ts';
import { FieldText, type FieldWords } from './FieldText.tsx';
import { FIELD_GROUP } from './field-look.ts';

/** A time of the clock, `14:30`. */
export function TimeField(
  props: FieldWords & {
    readonly value: string | null;
    readonly onChange: (time: string | null) => void;
    readonly name?: string;
    readonly disabled?: boolean;
    readonly className?: string;
  },
) {
  return (
    <AriaTimeField
      {...(props.name === undefined ? {} : { name: props.name })}
      value={props.value ? parseTime(props.value) : null}
      onChange={(time) => props.onChange(time?.toString().slice(0, 5) ?? null)}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={props.error !== undefined}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      className={classes('flex flex-col gap-1.5', props.className)}
    >
      <FieldText words={props}>
        <DateInput className={classes('numbers px-4', FIELD_GROUP)}>
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent not-data-focused:data-placeholder:text-soft"
            />
          )}
        </DateInput>
      </FieldText>
    </AriaTimeField>
  );
}
