import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { healthQuery, useOverSince } from '../../lib/read-only.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Why nothing was done, for as long as that holds; then that one press is enough. */
export function UntilOver({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useSpeech();
  const client = useQueryClient();
  // The banner knows at once what the button has learnt.
  useEffect(() => void client.invalidateQueries({ queryKey: healthQuery.queryKey }), [client]);
  if (useOverSince()) {
    return (
      <Notice tone="info" title={t.shell.readOnlyOver}>
        <p>{t.shell.readOnlyOverMore}</p>
      </Notice>
    );
  }
  return (
    <Notice urgent tone="heed" title={title}>
      {children}
    </Notice>
  );
}
