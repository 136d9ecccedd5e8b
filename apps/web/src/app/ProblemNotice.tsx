import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/Speech.tsx';
import { ApiProblem } from '../lib/http.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AgainAfter } from './AgainAfter.tsx';
import { ApiProblemNumber } from './ApiProblemNumber.tsx';

/**
 * What went wrong, in a sentence, and how to go on. Any error will do: a refusal says what it means, no answer says that
 * the network is away, and a fault of ours carries the number under which it can be found.
 */
export function ProblemNotice(props: {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly retrying?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useSpeech();
  const { error, retry } = props;
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <Notice
      urgent
      tone={problem ? (problem.code === 'internal' ? 'wrong' : 'heed') : 'offline'}
      title={problem ? t.problems[problem.code] : t.shell.offline}
    >
      {problem ? null : <p>{t.shell.offlineMore}</p>}
      {problem?.code === 'internal' ? <ApiProblemNumber problem={problem} /> : null}
      <AgainAfter error={error} />
      {props.children}
      {retry ? (
        <Button look="soft" onPress={retry} isPending={props.retrying ?? false}>
          {t.shell.retry}
        </Button>
      ) : null}
    </Notice>
  );
}
