import type { SalonAnswer } from '@salon/contracts/salon';
import { useEffect } from 'react';
import { agreedVisitor, whileConsenting } from '../consent/consent.ts';
import { learnNoMore, learnWith } from './tell.ts';

/** Since the visitor came: by then the page is drawn, and what its next step needs is fetched. */
const AFTER_FIRST_VIEW_MS = 2_500;

/** What the library kept here by itself before it was kept from it. */
const FORMER = /^(__)?ph_/;

export type MeasuredSalon = Pick<SalonAnswer['salon'], 'id' | 'slug' | 'measuring'>;

/** Loads PostHog while a visitor of this salon consents to be measured, and not before she does. */
export function useLearning({ id, slug, measuring }: MeasuredSalon): void {
  const projectKey = measuring?.projectKey;
  useEffect(() => {
    if (projectKey === undefined) return;
    forgetFormer();
    let loading: ReturnType<typeof setTimeout> | undefined;
    let leave: (() => void) | undefined;
    const end = whileConsenting((agrees) => {
      clearTimeout(loading);
      if (!agrees) return learnNoMore();
      loading = setTimeout(
        () => {
          const isWanted = loading;
          import('./posthog.ts')
            .then(({ postHog }) => {
              // She may have thought better of it meanwhile.
              const visitor = loading === isWanted ? agreedVisitor() : undefined;
              if (visitor !== undefined) leave = learnWith(slug, postHog(projectKey, id, visitor));
            })
            .catch(() => undefined); // A blocker, or no network: a page that is not measured is a page all the same.
        },
        Math.max(0, AFTER_FIRST_VIEW_MS - performance.now()),
      );
    });
    return () => {
      end();
      clearTimeout(loading);
      loading = undefined;
      leave?.();
    };
  }, [id, slug, projectKey]);
}

function forgetFormer(): void {
  try {
    for (const area of [localStorage, sessionStorage]) {
      for (const name of Object.keys(area)) if (FORMER.test(name)) area.removeItem(name);
    }
  } catch {
    // What cannot be read is not there either.
  }
}
