import { usePageTitle } from '../../app/page-title.ts';
import { lostLinkPath, salonPath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { ApiProblem } from '../../lib/http.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import { SalonFrame } from '../salon/SalonFrame.tsx';
import { SalonProblem } from '../salon/SalonProblem.tsx';
import type { SalonCard } from '../salon/salon-card.ts';

type Gone = 'expired' | 'erased' | 'unknown';

/** A link that opens no visit: why, and the way on; or a visit that could not be read just now. */
export function VisitProblem({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const gone = error instanceof ApiProblem ? goneBy(error) : undefined;
  if (!(error instanceof ApiProblem) || gone === undefined) return <SalonProblem error={error} retry={retry} />;
  const { salon } = error.problem;
  return salon ? (
    <SalonFrame salon={salon}>
      <GoneMessage gone={gone} salon={salon} />
    </SalonFrame>
  ) : (
    <Page>
      <GoneMessage gone={gone} salon={undefined} />
    </Page>
  );
}

function goneBy({ code }: ApiProblem): Gone | undefined {
  switch (code) {
    case 'link_expired':
      return 'expired';
    case 'erased':
      return 'erased';
    case 'booking_not_found':
      return 'unknown';
    default:
      return undefined;
  }
}

function GoneMessage({ gone, salon }: { readonly gone: Gone; readonly salon: SalonCard | undefined }) {
  const { t } = useSpeech();
  usePageTitle(t.manage[gone]);
  const why = salon && gone === 'unknown' ? t.manage.unknownHere : t.manage[`${gone}More`];
  return (
    <Message title={t.manage[gone]} text={why}>
      {salon ? (
        <>
          <LinkButton href={gone === 'unknown' ? lostLinkPath(salon.slug) : salonPath(salon.slug)}>
            {gone === 'unknown' ? t.manage.newLink : t.manage.bookNew}
          </LinkButton>
          {gone === 'unknown' ? null : (
            <LinkButton href={lostLinkPath(salon.slug)} look="soft">
              {t.manage.newLink}
            </LinkButton>
          )}
          <CallSalon phone={salon.phone} />
        </>
      ) : null}
    </Message>
  );
}
