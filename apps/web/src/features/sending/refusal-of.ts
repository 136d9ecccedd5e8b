import type { Sending } from './sender.ts';

/** What is asked for a start: its day and wall-clock time, as they stand in an address. */
type OfStart = { readonly date: string; readonly time: string };

/** The refusal of the start that is on the page; one that came late, of another start, is none of its business. */
export function refusalOf<Body extends OfStart>(
  state: Sending<Body, unknown>,
  { day, at }: { readonly day: string | null; readonly at: string | null },
) {
  return state.kind === 'refused' && state.body.date === day && state.body.time === at ? state : undefined;
}
