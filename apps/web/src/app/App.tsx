import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { BookingPage } from '../features/booking/BookingPage.tsx';
import { inlinedSalon } from '../features/salon/inlined-salon.ts';
import { LEGAL_KINDS } from '../features/salon/LegalLinks.tsx';
import { SalonSkeleton } from '../features/salon/SalonSkeleton.tsx';
import { SpeechProvider } from '../i18n/Speech.tsx';
import { newQueryClient } from '../lib/query-client.ts';
import { Announcer } from '../ui/announce.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { part } from './part.ts';
import { SkipLink } from './SkipLink.tsx';

const LegalPage = part(() => import('../features/salon/LegalPage.tsx').then((m) => m.LegalPage));
const visitPage = () => import('../features/manage/VisitPage.tsx').then((m) => m.VisitPage);
const LostLinkPage = part(() => import('../features/lost-link/LostLinkPage.tsx').then((m) => m.LostLinkPage));
const VisitPage = part(visitPage);
/** Whoever has booked must see so, whatever the network does then: its page is fetched long before. */
const VISIT_PAGE_MS = 4_000;

const queryClient = newQueryClient();

/** Everything a salon's customer can open. */
export function App() {
  useEffect(() => {
    const ahead = setTimeout(() => void visitPage().catch(() => undefined), VISIT_PAGE_MS);
    return () => clearTimeout(ahead);
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <SpeechProvider salon={inlinedSalon()?.salon}>
          <SkipLink />
          <ErrorBoundary>
            <Suspense fallback={<SalonSkeleton />}>
              <Switch>
                <Route path="/s/:slug">
                  {({ slug }) => (
                    <ErrorBoundary key={slug}>
                      <BookingPage slug={slug} />
                    </ErrorBoundary>
                  )}
                </Route>
                <Route path="/s/:slug/legal/:kind">
                  {({ slug, kind }) => {
                    const known = LEGAL_KINDS.find((one) => one === kind);
                    return known ? <LegalPage slug={slug} kind={known} /> : <NotFoundPage />;
                  }}
                </Route>
                <Route path="/s/:slug/lost-link">
                  {({ slug }) => (
                    <ErrorBoundary key={slug}>
                      <LostLinkPage slug={slug} />
                    </ErrorBoundary>
                  )}
                </Route>
                <Route path="/b/:token">
                  {({ token }) => (
                    <ErrorBoundary key={token}>
                      <VisitPage token={token} />
                    </ErrorBoundary>
                  )}
                </Route>
                <Route>
                  <NotFoundPage />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
          <Announcer />
        </SpeechProvider>
      </Suspense>
    </QueryClientProvider>
  );
}
