import { useSpeech } from '../../i18n/Speech.tsx';

/** The same person, or whoever can. */
export function WhomChoice(props: {
  readonly name: string;
  readonly anybody: boolean;
  readonly onChange: (anybody: boolean) => void;
}) {
  const { t } = useSpeech();
  const choice = ({ anybody, label }: { readonly anybody: boolean; readonly label: string }) => (
    <label className="relative flex min-h-12 min-w-0 flex-1 cursor-pointer items-center justify-center rounded-card border border-line bg-surface px-3 py-2 text-center transition-colors hover:border-edge has-[:checked]:border-accent has-[:checked]:bg-tint has-[:checked]:font-semibold has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus has-[:focus-visible]:outline-offset-2">
      <input
        type="radio"
        name="whom"
        checked={props.anybody === anybody}
        onChange={() => props.onChange(anybody)}
        className="absolute inset-0 size-full cursor-pointer appearance-none rounded-card outline-none"
      />
      <span className="min-w-0 break-words">{label}</span>
    </label>
  );
  return (
    <fieldset>
      <legend className="sr-only">{t.manage.whom}</legend>
      <div className="flex gap-2">
        {choice({ anybody: false, label: t.manage.only({ name: props.name }) })}
        {choice({ anybody: true, label: t.manage.anybody })}
      </div>
    </fieldset>
  );
}
