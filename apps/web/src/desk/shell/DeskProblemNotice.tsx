import type { AnyErrorCode } from '@salon/contracts/desk/errors';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../lib/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { refusalOf } from '../lib/desk-http.ts';

/** What a refusal means in one place, by its code. */
export type Refusals = Partial<Record<AnyErrorCode, string>>;

/** Refusals that another try may not meet; what is not there, or not hers, is no more so when asked for again. */
const MAY_PASS: ReadonlySet<AnyErrorCode> = new Set(['internal', 'overloaded', 'rate_limited', 'read_only']);

/**
 * What went wrong, in a sentence, and how to go on. Any error will do: a refusal says what it means, no answer says that
 * the network is away, and a fault of ours carries the number under which it can be found.
 */
export function DeskProblemNotice(props: {
  readonly error: unknown;
  readonly refusals?: Refusals | undefined;
  readonly retry?: () => void;
  readonly retrying?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useDeskSpeech();
  const { error, retry } = props;
  const refusal = refusalOf(error);
  const wait = error instanceof ApiProblem ? error.retryAfter : undefined;
  const maySucceed = refusal === undefined || MAY_PASS.has(refusal.code);
  return (
    <Notice
      urgent
      tone={refusal ? (refusal.code === 'internal' ? 'wrong' : 'heed') : 'offline'}
      title={refusal ? (props.refusals?.[refusal.code] ?? t.problems[refusal.code]) : t.shell.offline}
    >
      {refusal ? null : <p>{t.shell.offlineMore}</p>}
      {refusal?.code === 'internal' ? (
        <p className="text-small text-soft">{t.shell.requestId({ id: refusal.requestId })}</p>
      ) : null}
      {wait === undefined ? null : <p className="numbers">{t.shell.againAfter({ n: wait })}</p>}
      {props.children}
      {retry && maySucceed ? (
        <Button look="soft" onPress={retry} isPending={props.retrying ?? false}>
          {t.shell.retry}
        </Button>
      ) : null}
    </Notice>
  );
}
