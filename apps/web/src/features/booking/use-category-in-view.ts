import { useEffect, useState } from 'react';

/** The id of the heading of a category. */
export const categoryAnchor = (id: string) => `category-${id}`;

/** Where the eye is: below what sticks to the top. */
const EYE = 150;

/**
 * The category one is reading. Near the end of the page the line that decides moves down with it, so that the last ones
 * get their turn; a category that was picked stays until somebody scrolls on.
 */
export function useCategoryInView(ids: readonly string[]) {
  const [inView, setInView] = useState(ids[0]);
  const [picked, setPicked] = useState<string>();
  const all = ids.join(' ');
  useEffect(() => {
    const look = () => {
      const { scrollHeight, clientHeight } = document.documentElement;
      const below = scrollHeight - clientHeight - window.scrollY;
      const line = EYE + Math.max(0, clientHeight - EYE - below);
      const passed = all.split(' ').filter((id) => {
        const heading = document.getElementById(categoryAnchor(id));
        return heading !== null && heading.getBoundingClientRect().top <= line;
      });
      setInView(passed.at(-1) ?? all.split(' ')[0]);
    };
    const letGo = () => setPicked(undefined);
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('wheel', letGo, { passive: true });
    addEventListener('touchmove', letGo, { passive: true });
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('wheel', letGo);
      removeEventListener('touchmove', letGo);
    };
  }, [all]);
  return { current: picked ?? inView, pick: setPicked };
}
