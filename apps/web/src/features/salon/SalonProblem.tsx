import { AgainAfter } from '../../app/AgainAfter.tsx';
import { ApiProblemNumber } from '../../app/ApiProblemNumber.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { ApiProblem } from '../../lib/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';

/** A salon that could not be shown: there is none, or it could not be read. */
export function SalonProblem({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useSpeech();
  const problem = error instanceof ApiProblem ? error : undefined;
  const missing = problem?.code === 'salon_not_found';
  const title = missing ? t.shell.salonNotFound : problem ? t.shell.failed : t.shell.offline;
  usePageTitle(title);
  return (
    <Page>
      <Message
        title={title}
        text={missing ? t.shell.salonNotFoundMore : problem ? t.problems[problem.code] : t.shell.offlineMore}
      >
        <AgainAfter error={error} />
        {missing ? null : <Button onPress={retry}>{t.shell.retry}</Button>}
        {problem?.code === 'internal' ? <ApiProblemNumber problem={problem} /> : null}
      </Message>
    </Page>
  );
}
