import type { DeskAnswer } from '@salon/contracts/desk/desk';
import { type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { part } from '../../app/part.ts';
import { nameWhoIsHere } from '../../reports/who-is-here.ts';
import { DeskContext, deskOf, useSignedIn } from '../lib/desk.ts';
import { PaletteHost } from '../palette/PaletteHost.tsx';
import { NotFound } from './NotFound.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { Rail } from './Rail.tsx';
import { TabBar } from './TabBar.tsx';
import { TopBar } from './TopBar.tsx';

const WritesHost = part(() => import('../visit/WritesHost.tsx').then((m) => m.WritesHost));

/** The desk of one salon: its colour, its areas, and in the middle what is shown of it. */
export function SalonFrame({ slug, children }: { readonly slug: string; readonly children: ReactNode }) {
  const answer = useSignedIn();
  const salon = answer.salons.find((one) => one.slug === slug);
  if (!salon) return <NotFound />;
  return (
    <Frame answer={answer} salon={salon}>
      {children}
    </Frame>
  );
}

function Frame(props: {
  readonly answer: DeskAnswer;
  readonly salon: DeskAnswer['salons'][number];
  readonly children: ReactNode;
}) {
  const { answer, salon } = props;
  const desk = useMemo(() => deskOf(answer, salon), [answer, salon]);
  useEffect(() => nameWhoIsHere({ salon: salon.id, user: answer.login.id }), [salon.id, answer.login.id]);
  useEffect(() => {
    const { style } = document.documentElement;
    if (salon.colour === null) style.removeProperty('--salon');
    else style.setProperty('--salon', salon.colour);
  }, [salon.colour]);
  return (
    <DeskContext value={desk}>
      <PaletteHost>
        <div className="desk:flex">
          <Rail />
          <TopBar />
          <div className="min-w-0 flex-1 pb-[var(--desk-bottom)] print:pb-0">{props.children}</div>
          <TabBar />
          <Suspense fallback={null}>
            <WritesHost />
          </Suspense>
        </div>
        <OfflineBanner />
      </PaletteHost>
    </DeskContext>
  );
}
