import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';

/** What a field may say about itself. */
export type FieldWords = {
  readonly label: string;
  /** Only heard: what stands around the field says it to whoever sees it. */
  readonly labelHidden?: boolean | undefined;
  /** Said behind the label where a field may stay empty. */
  readonly hint?: string | undefined;
  readonly description?: string | undefined;
  /** What is wrong, in a sentence; undefined: nothing. */
  readonly error?: string | undefined;
};

/** The label of a field above it, what explains it and what is wrong below; all of it belongs to the field when read out. */
export function FieldText({ words, children }: { readonly words: FieldWords; readonly children: ReactNode }) {
  return (
    <>
      <Label className={words.labelHidden ? 'sr-only' : 'flex items-baseline justify-between gap-3 font-semibold'}>
        {words.label}
        {words.hint ? <span className="text-small font-normal text-soft">{words.hint}</span> : null}
      </Label>
      {children}
      {words.description ? (
        <Text slot="description" className="text-small text-soft">
          {words.description}
        </Text>
      ) : null}
      <FieldError className="text-small font-semibold text-wrong">{words.error}</FieldError>
    </>
  );
}
