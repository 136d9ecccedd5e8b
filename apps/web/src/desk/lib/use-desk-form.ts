import { type DefaultValues, type FieldErrors, type FieldValues, get, set, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What is wrong with a field, in a sentence, by where it stands: `name`, or `phases.0.minutes`. */
type Sentence = (field: string, value: unknown) => string;
type Wrong = { type: string; message: string };

/** The first thing that is wrong with each field. The contract's own messages are for programs, and in English. */
export function wrongFields<Values extends FieldValues>(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
  values: Values,
  sentence: Sentence,
): FieldErrors<Values> {
  const found: FieldErrors = {};
  for (const { path, code } of issues) {
    const field = path.join('.');
    const wrong: Wrong = { type: code, message: sentence(field, get(values, field)) };
    if (get(found, field) === undefined) set(found, field, wrong);
  }
  return found as FieldErrors<Values>;
}

/**
 * A form held against the contract of what it sends, once it is sent and from then on: what complains while somebody is on
 * her way to another field moves that field away under her finger. `wrong` says of its fields what is the matter, where
 * "please fill this in" and the like say too little.
 */
export function useDeskForm<Values extends FieldValues>(
  schema: z.ZodType<unknown, Values>,
  options: {
    readonly values: DefaultValues<Values>;
    readonly wrong?: Partial<Record<keyof Values & string, string>>;
  },
) {
  const { t } = useDeskSpeech();
  const sentence: Sentence = (field, value) => {
    if (value === undefined || value === null || value === '') return t.shell.wrong.empty;
    return options.wrong?.[field] ?? options.wrong?.[field.split('.')[0] ?? ''] ?? t.shell.wrong.other;
  };
  return useForm<Values>({
    resolver: (values) => {
      const read = schema.safeParse(values);
      return read.success
        ? { values: read.data as Values, errors: {} }
        : { values: {}, errors: wrongFields(read.error.issues, values, sentence) };
    },
    defaultValues: options.values,
  });
}
