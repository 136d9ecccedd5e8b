import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes.ts';
import { FieldText, type FieldWords } from './FieldText.tsx';
import { FIELD_BOX } from './field-look.ts';

export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly text: string;
  readonly more?: string | undefined;
};

/** A field in which one of a few is chosen. */
export function Select<Value extends string>(
  props: FieldWords & {
    readonly options: readonly Option<Value>[];
    readonly value: Value | null;
    readonly onChange: (value: Value) => void;
    readonly placeholder?: string;
    readonly name?: string;
    readonly disabled?: boolean;
    readonly className?: string;
  },
) {
  return (
    <AriaSelect
      {...(props.name === undefined ? {} : { name: props.name })}
      placeholder={props.placeholder ?? ''}
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(key as Value);
      }}
      isInvalid={props.error !== undefined}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      className={classes('group flex flex-col gap-1.5', props.className)}
    >
      <FieldText words={props}>
        <Button
          className={classes(
            'flex min-h-12 cursor-pointer items-center justify-between gap-3 py-2 pr-3 text-left group-data-invalid:border-wrong',
            FIELD_BOX,
          )}
        >
          <SelectValue className="min-w-0 truncate data-placeholder:text-soft">
            {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden className="size-5 shrink-0 text-soft" />
        </Button>
      </FieldText>
      <Popover className="max-h-80 min-w-(--trigger-width) overflow-auto rounded-card border border-line bg-surface p-1.5 shadow-float">
        <ListBox items={props.options} className="outline-none">
          {(option) => <OptionLine option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One of those that can be chosen; the chosen one is ticked. */
export function OptionLine({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.text}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-card px-3 py-2 outline-none data-focused:bg-sunken"
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            {option.text}
            {option.more ? (
              <span slot="description" className="block text-small text-soft">
                {option.more}
              </span>
            ) : null}
          </span>
          <Check aria-hidden className={classes('size-5 shrink-0 text-accent-ink', !isSelected && 'invisible')} />
        </>
      )}
    </ListBoxItem>
  );
}
