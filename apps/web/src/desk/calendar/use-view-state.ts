import { useCallback, useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { memory } from '../../lib/local-memory.ts';
import { keptOf, readViewState, type View, type ViewState, writeViewState } from './view-state.ts';

/** How a change enters the history: as a step one can go back from, or in the place of what was. */
type How = { readonly replace?: boolean };
export type ChangeView = (changes: Partial<ViewState>, how?: How) => void;

/** What the calendar shows, as the address says it; an address that says nothing means: as it was left on this device. */
export function useViewState(salonId: string, usual: View): readonly [ViewState, ChangeView] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const state = search === '' ? keptView(salonId) : readViewState(search);
  const text = writeViewState(state);

  useEffect(() => {
    keptFor(salonId).write(writeViewState(keptOf(readViewState(text))));
    if (search === '' && text !== '') navigate(path + text, { replace: true });
  }, [salonId, text, search, path, navigate]);

  const change = useCallback<ChangeView>(
    (changes, how = {}) => {
      // Read afresh: two changes of one moment must not undo each other.
      const next = writeViewState(withView({ ...readViewState(location.search), ...changes }, usual));
      navigate(location.pathname + next, { replace: how.replace ?? false });
    },
    [navigate, usual],
  );
  return [state, change];
}

/** Never an address that says nothing: that one means something else. */
const withView = (state: ViewState, usual: View): ViewState => ({ ...state, view: state.view ?? usual });

/** What the calendar shows where no address says so: as it was left on this device. */
export const keptView = (salonId: string): ViewState => readViewState(keptFor(salonId).read() ?? '');

const keptFor = (salonId: string) => memory<string>(() => localStorage, `calendar-${salonId}`);
