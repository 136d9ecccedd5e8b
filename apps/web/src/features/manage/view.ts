import { isDate, type LocalDate } from '../../lib/dates.ts';
import { START } from '../booking/wish.ts';

/** What somebody is about to do with a visit. It stands in the address: reload and back keep it. */
export type View =
  | { readonly kind: 'see'; readonly news: News | null }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'move'; readonly whom: string | null; readonly day: LocalDate | null; readonly at: string | null };

/** What has just happened to it. */
export type News = (typeof NEWS)[number];
const NEWS = ['booked', 'moved', 'changed'] as const;

export const SEE: View = { kind: 'see', news: null };
export const MOVE = { kind: 'move', whom: null, day: null, at: null } as const satisfies View;

/** Reads a view from the query of an address; what makes no sense in it is left out. */
export function viewOf(query: string): View {
  const params = new URLSearchParams(query);
  if (params.has('cancel')) return { kind: 'cancel' };
  if (!params.has('move')) return { kind: 'see', news: NEWS.find((news) => params.has(news)) ?? null };
  const day = params.get('day') ?? '';
  const at = params.get('at') ?? '';
  const known = isDate(day);
  return {
    kind: 'move',
    whom: params.get('with') || null,
    day: known ? day : null,
    at: known && START.test(at) ? at : null,
  };
}

/** The query that stands for a view. */
export function queryOf(view: View): string {
  if (view.kind === 'see') return view.news ?? '';
  if (view.kind === 'cancel') return 'cancel';
  const params = Object.entries({ with: view.whom, day: view.day, at: view.at });
  return ['move', ...params.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encode(value)}`]))].join('&');
}

/** A colon may stand in a query as it is, which is easier to read. */
const encode = (value: string) => encodeURIComponent(value).replaceAll('%3A', ':');
