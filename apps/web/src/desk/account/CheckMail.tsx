import { useMutation } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { signInPath } from '../lib/paths.ts';
import { Alone } from '../shell/Alone.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';

/** A mail is on its way: the same words whether there is such an account or not. */
export function CheckMail(props: { readonly text: string; readonly again: () => Promise<unknown> }) {
  const { t } = useDeskSpeech();
  const sending = useMutation({ mutationFn: props.again });
  return (
    <Alone title={t.account.checkMail}>
      <Heading>{t.account.checkMail}</Heading>
      <p>{props.text}</p>
      <p className="text-soft">{t.account.checkMailNot}</p>
      {sending.error ? <DeskProblemNotice error={sending.error} /> : null}
      {sending.isSuccess ? <p role="status">{t.account.sentAgain}</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button look="soft" onPress={() => sending.mutate()} isPending={sending.isPending}>
          {sending.isPending ? t.account.sending : t.account.sendAgain}
        </Button>
        <LinkButton look="soft" href={signInPath()}>
          {t.account.toSignIn}
        </LinkButton>
      </div>
    </Alone>
  );
}
