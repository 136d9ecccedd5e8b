/** A box to tick, with its whole line as target. */
export function Checkbox(props: {
  readonly label: string;
  readonly description?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
        className="size-6 shrink-0 cursor-pointer accent-accent"
      />
      <span className="min-w-0">
        {props.label}
        {props.description ? <span className="block text-small text-soft">{props.description}</span> : null}
      </span>
    </label>
  );
}
