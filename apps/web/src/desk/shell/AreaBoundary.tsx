import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CONTENT } from '../../ui/Page.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskProblemNotice } from './DeskProblemNotice.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly error: unknown; readonly failed: boolean };

/** Keeps what breaks in one area of the desk to that area: the way to the others stays open. */
export class AreaBoundary extends Component<Props, State> {
  override state: State = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render() {
    return this.state.failed ? <Failed error={this.state.error} /> : this.props.children;
  }
}

function Failed({ error }: { readonly error: unknown }) {
  const { t } = useDeskSpeech();
  return (
    <main id={CONTENT} tabIndex={-1} className="mx-auto w-full max-w-2xl space-y-4 px-4 py-12">
      <h1 className="text-title font-semibold">{t.shell.failed}</h1>
      <p className="text-soft">{t.shell.failedMore}</p>
      <DeskProblemNotice error={error}>
        <Button look="soft" onPress={() => location.reload()}>
          {t.shell.reload}
        </Button>
      </DeskProblemNotice>
    </main>
  );
}
