import { parseDate } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Calendar } from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import { FieldText, type FieldWords } from './FieldText.tsx';
import { FIELD_BUTTON, FIELD_GROUP } from './field-look.ts';
import { Month } from './Month.tsx';

/** A day of the calendar, `2026-12-19`: typed part by part, or chosen from a month. */
export function DateField(
  props: FieldWords & {
    readonly value: string | null;
    readonly onChange: (date: string | null) => void;
    readonly min?: string | undefined;
    readonly max?: string | undefined;
    readonly name?: string;
    readonly disabled?: boolean;
    readonly className?: string;
  },
) {
  return (
    <DatePicker
      {...(props.name === undefined ? {} : { name: props.name })}
      value={props.value ? parseDate(props.value) : null}
      onChange={(date) => props.onChange(date?.toString() ?? null)}
      {...(props.min === undefined ? {} : { minValue: parseDate(props.min) })}
      {...(props.max === undefined ? {} : { maxValue: parseDate(props.max) })}
      isInvalid={props.error !== undefined}
      isDisabled={props.disabled ?? false}
      firstDayOfWeek="mon"
      validationBehavior="aria"
      className={classes('flex flex-col gap-1.5', props.className)}
    >
      <FieldText words={props}>
        <Group className={FIELD_GROUP}>
          <DateInput className="numbers flex min-w-0 flex-1 items-center pl-4">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent not-data-focused:data-placeholder:text-soft"
              />
            )}
          </DateInput>
          <Button className={FIELD_BUTTON}>
            <CalendarDays aria-hidden className="size-5" />
          </Button>
        </Group>
      </FieldText>
      <Popover className="overflow-auto rounded-card border border-line bg-surface p-3 shadow-float">
        <Dialog className="outline-none">
          <Calendar>
            <Month />
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
