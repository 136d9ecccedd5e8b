import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldText, type FieldWords } from './FieldText.tsx';
import { FIELD_BUTTON, FIELD_GROUP } from './field-look.ts';
import { type Option, OptionLine } from './Select.tsx';

/**
 * A field in which one of many is found by typing. Who shows it decides what is found: `typed` is what stands in it,
 * `options` what fits.
 */
export function ComboBox<Value extends string>(
  props: FieldWords & {
    readonly options: readonly Option<Value>[];
    readonly typed: string;
    readonly onType: (typed: string) => void;
    readonly value: Value | null;
    readonly onChange: (value: Value | null) => void;
    /** Said in the list where nothing fits. */
    readonly nothing: string;
    readonly placeholder?: string;
    readonly name?: string;
    readonly autoFocus?: boolean;
  },
) {
  return (
    <AriaComboBox
      {...(props.name === undefined ? {} : { name: props.name })}
      inputValue={props.typed}
      onInputChange={props.onType}
      value={props.value}
      onChange={(key) => props.onChange(key as Value | null)}
      // By its id a line is told from the one that stood there before something else was typed.
      items={props.options.map((option) => ({ ...option, id: option.value }))}
      allowsEmptyCollection
      autoFocus={props.autoFocus ?? false}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      className="flex flex-col gap-1.5"
    >
      <FieldText words={props}>
        <Group className={FIELD_GROUP}>
          <Input
            placeholder={props.placeholder ?? ''}
            autoCapitalize="none"
            className="h-12 min-w-0 flex-1 rounded-card bg-transparent pl-4 outline-none placeholder:text-soft"
          />
          <Button className={FIELD_BUTTON}>
            <ChevronDown aria-hidden className="size-5" />
          </Button>
        </Group>
      </FieldText>
      <Popover className="max-h-80 w-(--trigger-width) overflow-auto rounded-card border border-line bg-surface p-1.5 shadow-float">
        <ListBox
          className="outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-soft">{props.nothing}</p>}
        >
          {(option: Option) => <OptionLine option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
