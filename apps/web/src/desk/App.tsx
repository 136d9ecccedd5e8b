import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { part } from '../app/part.ts';
import { newQueryClient } from '../lib/query-client.ts';
import { Announcer } from '../ui/announce.tsx';
import { DeskSpeechProvider } from './i18n/DeskSpeech.tsx';
import { onSignedOut } from './lib/desk-http.ts';
import { signInPath } from './lib/paths.ts';
import { AreaBoundary } from './shell/AreaBoundary.tsx';
import { DeskSkipLink } from './shell/DeskSkipLink.tsx';
import { DeskToasts } from './shell/DeskToasts.tsx';
import { Home } from './shell/Home.tsx';
import { Loading } from './shell/Loading.tsx';
import { SalonFrame } from './shell/SalonFrame.tsx';
import { SalonRoutes } from './shell/SalonRoutes.tsx';

const SignInPage = part(() => import('./account/SignInPage.tsx').then((m) => m.SignInPage));
const SignUpPage = part(() => import('./account/SignUpPage.tsx').then((m) => m.SignUpPage));
const ConfirmPage = part(() => import('./account/ConfirmPage.tsx').then((m) => m.ConfirmPage));
const ResetPage = part(() => import('./account/ResetPage.tsx').then((m) => m.ResetPage));
const NewPasswordPage = part(() => import('./account/NewPasswordPage.tsx').then((m) => m.NewPasswordPage));
const InvitationPage = part(() => import('./account/InvitationPage.tsx').then((m) => m.InvitationPage));
const AccountPage = part(() => import('./account/AccountPage.tsx').then((m) => m.AccountPage));
const NewSalonPage = part(() => import('./account/NewSalonPage.tsx').then((m) => m.NewSalonPage));

const queryClient = newQueryClient();
// Without a network a change fails at once and says so: nothing is sent later, when nobody thinks of it any more.
queryClient.setDefaultOptions({ ...queryClient.getDefaultOptions(), mutations: { networkMode: 'always' } });

/** Everything that those open who work in a salon. */
export function App() {
  const [, navigate] = useLocation();
  useEffect(() => {
    onSignedOut(() => {
      if (location.pathname.startsWith('/desk/sign-in')) return;
      navigate(signInPath(location.pathname + location.search), { replace: true });
      queryClient.clear();
    });
  }, [navigate]);
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <DeskSpeechProvider>
          <DeskSkipLink />
          <AreaBoundary>
            <Suspense fallback={<Loading />}>
              <Pages />
            </Suspense>
          </AreaBoundary>
          <DeskToasts />
          <Announcer />
        </DeskSpeechProvider>
      </Suspense>
    </QueryClientProvider>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/desk">
        <Home />
      </Route>
      <Route path="/desk/sign-in">
        <SignInPage />
      </Route>
      <Route path="/desk/sign-up">
        <SignUpPage />
      </Route>
      <Route path="/desk/confirm/:token">{({ token }) => <ConfirmPage key={token} token={token} />}</Route>
      <Route path="/desk/reset">
        <ResetPage />
      </Route>
      <Route path="/desk/reset/:token">{({ token }) => <NewPasswordPage key={token} token={token} />}</Route>
      <Route path="/desk/invitation/:token">{({ token }) => <InvitationPage key={token} token={token} />}</Route>
      <Route path="/desk/account">
        <AccountPage />
      </Route>
      <Route path="/desk/new-salon">
        <NewSalonPage />
      </Route>
      <Route path="/desk/:slug">{({ slug }) => <Redirect to={`/desk/${slug}/calendar`} replace />}</Route>
      <Route path="/desk/:slug/*">
        {({ slug }) => (
          <SalonFrame key={slug} slug={slug}>
            <SalonRoutes />
          </SalonFrame>
        )}
      </Route>
    </Switch>
  );
}
