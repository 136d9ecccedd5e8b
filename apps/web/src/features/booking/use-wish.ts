import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { salonPath } from '../../app/paths.ts';
import type { Able } from './whom.ts';
import { queryOf, type Wish, wishOf } from './wish.ts';

/** What is wanted so far, as the address says it; and the ways to another. */
export function useWish(slug: string, offer: Able) {
  const query = useSearch();
  const [, navigate] = useLocation();
  const wish = useMemo(() => wishOf(query, offer), [query, offer]);
  const pathOf = (to: Wish) => salonPath(slug, queryOf(to));
  return {
    wish,
    pathOf,
    /** A choice within a step replaces the address; a step is one that the browser's Back undoes. */
    change: (to: Wish, { replace = to.step === wish.step } = {}) => navigate(pathOf(to), { replace }),
  };
}
