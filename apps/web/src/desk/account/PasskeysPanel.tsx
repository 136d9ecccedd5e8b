import type { Passkey } from '@salon/contracts/desk/passkey';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { isRefused } from '../lib/desk-http.ts';
import { accountPath, signInPath } from '../lib/paths.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { passkeysQuery, removePasskey } from './account.calls.ts';
import { addPasskey, knowsPasskeys, NotConfirmed } from './passkey.ts';
import { RenamePasskey } from './RenamePasskey.tsx';
import { useDeviceName } from './use-device-name.ts';

/** The devices she signs in with by finger, face or PIN. */
export function PasskeysPanel() {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const name = useDeviceName()(navigator.userAgent);
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [renaming, setRenaming] = useState<Passkey>();
  const [removing, setRemoving] = useState<Passkey>();
  const refresh = () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  const adding = useMutation({
    mutationFn: () => addPasskey(name),
    onSuccess: async () => {
      await refresh();
      showToast({ text: t.account.passkeyAdded });
    },
  });
  const ending = useMutation({
    mutationFn: ({ id }: Passkey) => removePasskey(id),
    onSuccess: async () => {
      setRemoving(undefined);
      await refresh();
      showToast({ text: t.account.passkeyRemoved });
    },
  });
  return (
    <Panel title={t.account.passkeys} description={t.account.passkeysMore}>
      {error ? <DeskProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting className="h-12" /> : null}
      <ul className="divide-y divide-line empty:hidden">
        {data?.passkeys.map((passkey) => (
          <PasskeyLine
            key={passkey.id}
            passkey={passkey}
            onRename={() => setRenaming(passkey)}
            onRemove={() => {
              ending.reset();
              setRemoving(passkey);
            }}
          />
        ))}
      </ul>
      {adding.error instanceof NotConfirmed ? (
        <Notice urgent tone="heed" title={t.account.passkeyGone} />
      ) : adding.error ? (
        <DeskProblemNotice error={adding.error}>
          {isRefused(adding.error, 'sign_in_again') ? (
            <LinkButton look="soft" href={signInPath(accountPath)}>
              {t.account.signIn}
            </LinkButton>
          ) : null}
        </DeskProblemNotice>
      ) : null}
      {knowsPasskeys() ? (
        <Button look="soft" onPress={() => adding.mutate()} isPending={adding.isPending}>
          {adding.isPending ? t.account.passkeyAdding : t.account.passkeyAdd}
        </Button>
      ) : (
        <p className="text-soft">{t.account.passkeyNo}</p>
      )}
      {renaming ? <RenamePasskey passkey={renaming} onClose={() => setRenaming(undefined)} /> : null}
      <ConfirmDialog
        isOpen={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t.account.removePasskeyTitle}
        confirm={t.account.remove}
        cancel={t.shell.cancel}
        onConfirm={() => removing && ending.mutate(removing)}
        isPending={ending.isPending}
      >
        <p>{t.account.removePasskeyMore({ name: removing?.name ?? t.account.passkeyUnnamed })}</p>
        {ending.error ? <DeskProblemNotice error={ending.error} /> : null}
      </ConfirmDialog>
    </Panel>
  );
}

function PasskeyLine(props: {
  readonly passkey: Passkey;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { createdAt } = props.passkey;
  const name = props.passkey.name ?? t.account.passkeyUnnamed;
  const day = f.day(wallClock(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.parse(createdAt)).date);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-small text-soft">{t.account.passkeySince({ day })}</p>
      </div>
      <div className="flex gap-4">
        <Button look="plain" aria-label={t.account.passkeyRename({ name })} onPress={props.onRename}>
          {t.account.rename}
        </Button>
        <Button look="plain" aria-label={t.account.passkeyRemove({ name })} onPress={props.onRemove}>
          {t.account.remove}
        </Button>
      </div>
    </li>
  );
}
