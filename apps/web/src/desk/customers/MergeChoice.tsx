/** Which of two values shall hold; the whole line of each is its target. */
export function MergeChoice<Side extends string>(props: {
  readonly label: string;
  readonly values: Readonly<Record<Side, string>>;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
}) {
  const sides = Object.keys(props.values) as Side[];
  return (
    <fieldset>
      <legend className="font-semibold">{props.label}</legend>
      <div className="grid gap-x-6 tablet:grid-cols-2">
        {sides.map((side) => (
          <label key={side} className="flex min-h-11 cursor-pointer items-center gap-3 py-2">
            <input
              type="radio"
              name={props.label}
              checked={props.chosen === side}
              onChange={() => props.onChoose(side)}
              className="size-6 shrink-0 cursor-pointer accent-accent"
            />
            <span className="numbers min-w-0 break-words">{props.values[side]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
