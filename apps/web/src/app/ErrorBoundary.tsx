import { Component, type ReactNode } from 'react';
import { useSpeech } from '../i18n/Speech.tsx';
import { reportFault } from '../reports/reports.ts';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import { Page } from '../ui/Page.tsx';

type State = { readonly failed: boolean; readonly number: string | undefined };

/** Keeps what breaks in one area of the page to that area, and reports it: a bug of ours, or a part that could not be fetched. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false, number: undefined };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.setState({ number: reportFault(error) });
  }

  override render() {
    return this.state.failed ? <Failed number={this.state.number} /> : this.props.children;
  }
}

function Failed({ number }: { readonly number: string | undefined }) {
  const { t } = useSpeech();
  return (
    <Page>
      <Message title={t.shell.broken} text={t.shell.brokenMore}>
        <Button onPress={() => location.reload()}>{t.shell.reload}</Button>
        {number === undefined ? null : <p className="text-small text-soft">{t.shell.requestId({ id: number })}</p>}
      </Message>
    </Page>
  );
}
