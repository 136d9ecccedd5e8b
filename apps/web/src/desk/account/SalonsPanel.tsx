import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { type DeskSalon, useSignedIn } from '../lib/desk.ts';
import { calendarPath, newSalonPath } from '../lib/paths.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { leaveSalon } from './account.calls.ts';

/** The salons she works in, and the way out of each. */
export function SalonsPanel() {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const { salons } = useSignedIn();
  const [leaving, setLeaving] = useState<DeskSalon>();
  const sending = useMutation({
    mutationFn: ({ id }: DeskSalon) => leaveSalon(id),
    onSuccess: async (_, { name }) => {
      setLeaving(undefined);
      await client.invalidateQueries({ queryKey: ['desk'] });
      showToast({ text: t.account.left({ salon: name }) });
    },
  });
  return (
    <Panel
      title={t.account.salons}
      actions={
        <LinkButton look="soft" href={newSalonPath}>
          {t.shell.newSalon}
        </LinkButton>
      }
    >
      {salons.length === 0 ? <p className="text-soft">{t.account.salonsNone}</p> : null}
      <ul className="divide-y divide-line empty:hidden">
        {salons.map((salon) => (
          <li key={salon.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <div className="min-w-0">
              <p className="font-semibold">{salon.name}</p>
              <p className="text-small text-soft">{t.shell.roles[salon.role]}</p>
            </div>
            <div className="flex items-center gap-4">
              <LinkButton look="plain" className="mx-0" href={calendarPath(salon.slug)}>
                {t.account.open}
              </LinkButton>
              <Button
                look="plain"
                aria-label={t.account.leaveOf({ salon: salon.name })}
                onPress={() => {
                  sending.reset();
                  setLeaving(salon);
                }}
              >
                {t.account.leave}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={t.account.leaveTitle({ salon: leaving?.name ?? '' })}
        confirm={t.account.leave}
        cancel={t.shell.cancel}
        onConfirm={() => leaving && sending.mutate(leaving)}
        isPending={sending.isPending}
      >
        <p>{t.account.leaveMore}</p>
        {sending.error ? <DeskProblemNotice error={sending.error} /> : null}
      </ConfirmDialog>
    </Panel>
  );
}
