import { useEffect } from 'react';
import { type DefaultValues, type FieldValues, type Resolver, type UseFormReturn, useForm } from 'react-hook-form';
import { keepDraft, keptDraft, useDraftKey } from './drafts.ts';

/** A form over what is `known`; what was typed into it and not saved is kept as what it is `about`. */
export function useKeptForm<Values extends FieldValues>(
  about: string,
  known: Values,
  resolver: Resolver<Values>,
): UseFormReturn<Values> {
  const key = useDraftKey(about);
  const form = useForm<Values>({ defaultValues: known as DefaultValues<Values>, resolver, mode: 'onTouched' });
  const { reset, subscribe } = form;
  const stand = JSON.stringify(known);
  useEffect(() => {
    // What somebody else changed meanwhile shows where nothing was typed.
    reset(JSON.parse(stand) as Values);
    const draft = keptDraft<Values>(key);
    if (draft !== undefined) reset(draft, { keepDefaultValues: true });
    return subscribe({
      formState: { isDirty: true, values: true },
      callback: ({ isDirty, values }) => keepDraft(key, isDirty ? structuredClone(values) : undefined),
    });
  }, [key, stand, reset, subscribe]);
  return form;
}
