import { Switch as AriaSwitch } from 'react-aria-components/Switch';

/** Something that is on or off at once, with its whole line as target. */
export function Switch(props: {
  readonly label: string;
  readonly description?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
}) {
  return (
    <AriaSwitch
      isSelected={props.on}
      onChange={props.onChange}
      isDisabled={props.disabled ?? false}
      className="group flex min-h-11 cursor-pointer items-start gap-3 py-2 data-disabled:cursor-not-allowed data-disabled:opacity-60"
    >
      <span className="flex h-7 w-12 shrink-0 items-center rounded-full border border-edge bg-sunken px-0.5 transition-colors group-data-focus-visible:outline-3 group-data-focus-visible:outline-focus group-data-focus-visible:outline-offset-2 group-data-selected:border-accent group-data-selected:bg-accent">
        <span className="size-5 rounded-full bg-edge transition-transform group-data-selected:translate-x-5.5 group-data-selected:bg-on-accent" />
      </span>
      <span className="min-w-0">
        {props.label}
        {props.description ? <span className="block text-small text-soft">{props.description}</span> : null}
      </span>
    </AriaSwitch>
  );
}
