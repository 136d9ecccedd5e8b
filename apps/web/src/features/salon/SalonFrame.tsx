import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useLayoutEffect } from 'react';
import { part } from '../../app/part.ts';
import { SpeechProvider } from '../../i18n/Speech.tsx';
import { Page } from '../../ui/Page.tsx';
import { ReadOnlyBanner } from '../read-only/ReadOnlyBanner.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { type Legal, LegalLinks } from './LegalLinks.tsx';
import { SalonName } from './SalonName.tsx';
import { salonQuery } from './salon.queries.ts';
import type { SalonCard } from './salon-card.ts';

const ConsentQuestion = part(() => import('../../consent/ConsentQuestion.tsx').then((m) => m.ConsentQuestion));

/**
 * A page of a salon: its language, its colour, its name above and its legal texts below. `head` takes the place of the
 * slim line above, on the page that introduces the salon. Where the legal texts are not known they are asked for.
 */
export function SalonFrame(props: {
  readonly salon: SalonCard;
  readonly legal?: Legal | undefined;
  readonly head?: ReactNode;
  /** What stands above the legal texts. */
  readonly foot?: ReactNode;
  /** Whether visitors are asked here if they may be measured; changing the answer is possible on every page. */
  readonly asksConsent?: boolean;
  readonly children: ReactNode;
}) {
  const { salon } = props;
  useSalonColour(salon.colour);
  const whole = useQuery({ ...salonQuery(salon.slug), enabled: props.legal === undefined });
  return (
    <SpeechProvider salon={salon}>
      <Page
        head={
          props.head ?? (
            <div className="flex items-center justify-between gap-4">
              <SalonName salon={salon} />
              <LanguageSwitch />
            </div>
          )
        }
        foot={
          <>
            {props.foot}
            <LegalLinks slug={salon.slug} legal={props.legal ?? whole.data?.salon.legal} />
            {whole.data?.salon.measuring ? (
              <Suspense fallback={null}>
                <ConsentQuestion salon={whole.data.salon} asks={props.asksConsent ?? false} />
              </Suspense>
            ) : null}
          </>
        }
      >
        <ReadOnlyBanner timeZone={salon.timezone} />
        {props.children}
      </Page>
    </SpeechProvider>
  );
}

/** Sets the one variable that every shade of the accent is made from. */
function useSalonColour(colour: string | null) {
  useLayoutEffect(() => {
    if (colour === null) return;
    const { style } = document.documentElement;
    style.setProperty('--salon', colour);
    return () => void style.removeProperty('--salon');
  }, [colour]);
}
