import { zodResolver } from '@hookform/resolvers/zod';
import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/**
 * A form held against the contract of what it sends; `wrong` says of its fields what is the matter, where "please fill
 * this in" and the like say too little.
 */
export function useDeskForm<Values extends FieldValues>(
  schema: z.ZodType<unknown, Values>,
  options: {
    readonly values: DefaultValues<Values>;
    readonly wrong?: Partial<Record<keyof Values & string, string>>;
  },
) {
  const { t } = useDeskSpeech();
  const sentence = (issue: { readonly path?: readonly PropertyKey[] | undefined; readonly input?: unknown }) => {
    if (issue.input === undefined || issue.input === null || issue.input === '') return t.shell.wrong.empty;
    return options.wrong?.[String(issue.path?.[0])] ?? t.shell.wrong.other;
  };
  return useForm<Values>({
    resolver: zodResolver(schema as z.ZodType<Values, Values>, { error: sentence }),
    defaultValues: options.values,
    mode: 'onTouched',
  });
}
