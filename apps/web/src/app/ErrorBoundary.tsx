import { Component, type ReactNode } from 'react';
import { useSpeech } from '../i18n/Speech.tsx';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import { Page } from '../ui/Page.tsx';

/** Catches what no part of the page expected: mostly a part of it that could not be fetched. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useSpeech();
  return (
    <Page>
      <Message title={t.shell.failed} text={t.shell.failedMore}>
        <Button onPress={() => location.reload()}>{t.shell.reload}</Button>
      </Message>
    </Page>
  );
}
