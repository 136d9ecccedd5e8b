import { Check } from 'lucide-react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** Told apart beside each other, and legible in light and dark. */
const PALETTE = [
  '#9a3412',
  '#b45309',
  '#4d7c0f',
  '#0f766e',
  '#0369a1',
  '#4338ca',
  '#7e22ce',
  '#be185d',
  '#57534e',
] as const;

/** One colour of a few, or none; one from elsewhere can be kept or typed. */
export function ColourField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (colour: string | null) => void;
}) {
  const { t } = useDeskSpeech();
  const { value } = props;
  const known = PALETTE as readonly string[];
  const shown = value === null || known.includes(value) ? known : [...known, value];
  return (
    <div className="space-y-2">
      <RadioGroup
        value={value ?? ''}
        onChange={(colour) => props.onChange(colour === '' ? null : colour)}
        orientation="horizontal"
        className="flex flex-col gap-1.5"
      >
        <Label className="font-semibold">{props.label}</Label>
        <div className="flex flex-wrap gap-2">
          <Radio
            value=""
            className="flex size-11 cursor-pointer items-center justify-center rounded-full border border-edge text-label data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:outline-offset-2"
          >
            {({ isSelected }) =>
              isSelected ? <Check aria-label={t.setUp.noColour} className="size-5" /> : t.setUp.none
            }
          </Radio>
          {shown.map((colour) => (
            <Radio
              key={colour}
              value={colour}
              aria-label={t.setUp.colours[colour as keyof typeof t.setUp.colours] ?? colour}
              style={{ backgroundColor: colour }}
              className="flex size-11 cursor-pointer items-center justify-center rounded-full border border-edge data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:outline-offset-2"
            >
              {({ isSelected }) => (isSelected ? <Check aria-hidden className="size-5 text-[#fff]" /> : null)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <label className="flex min-h-11 items-center gap-3 text-small text-soft">
        <input
          type="color"
          value={value ?? '#7a4b36'}
          onChange={(event) => props.onChange(event.target.value)}
          className="h-11 w-14 cursor-pointer rounded-card border border-edge bg-surface p-1"
        />
        {t.setUp.otherColour}
      </label>
    </div>
  );
}
