import { Component, type ReactNode } from 'react';
import { ApiProblem, NoAnswer } from '../../lib/http.ts';
import { reportFault } from '../../reports/reports.ts';
import { Button } from '../../ui/Button.tsx';
import { CONTENT } from '../../ui/Page.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskProblemNotice } from './DeskProblemNotice.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly error: unknown; readonly failed: boolean; readonly number: string | undefined };

/** Keeps what breaks in one area of the desk to that area: the way to the others stays open. */
export class AreaBoundary extends Component<Props, State> {
  override state: State = { error: undefined, failed: false, number: undefined };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.setState({ number: reportFault(error) });
  }

  override render() {
    return this.state.failed ? <Failed {...this.state} /> : this.props.children;
  }
}

function Failed({ error, number }: State) {
  const { t } = useDeskSpeech();
  return (
    <main id={CONTENT} tabIndex={-1} className="mx-auto w-full max-w-2xl space-y-4 px-4 py-12">
      <h1 className="text-title font-semibold">{t.shell.failed}</h1>
      <p className="text-soft">{t.shell.failedMore}</p>
      {error instanceof ApiProblem || error instanceof NoAnswer ? <DeskProblemNotice error={error} /> : null}
      <Button onPress={() => location.reload()}>{t.shell.reload}</Button>
      {number === undefined || error instanceof ApiProblem ? null : (
        <p className="text-small text-soft">{t.shell.requestId({ id: number })}</p>
      )}
    </main>
  );
}
