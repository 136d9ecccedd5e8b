/** What comes after these segments is a name or a secret: of a salon, of a visit, of somebody who was invited. */
const NAMED_AFTER: Readonly<Record<string, string>> = {
  s: ':slug',
  b: ':token',
  salons: ':slug',
  manage: ':token',
  confirm: ':token',
  reset: ':token',
  invitation: ':token',
  invitations: ':token',
};
/** Words of ours: neither ids nor tokens, which have digits, or are longer than any word. */
const WORD = /^[a-z][a-z-]{0,23}(\.[a-z]{2,4})?$/;
/** Below the desk's pages the first segment is the salon, unless it is one of these. */
const DESK_PAGES = new Set(['sign-in', 'sign-up', 'confirm', 'reset', 'invitation', 'account', 'new-salon']);

/**
 * An address as its route: `/api/salons/:slug/availability`. Whatever is no word of ours is left out, so that neither a
 * token nor a name is told to anybody; what is asked for behind a question mark neither.
 */
export function routeOf(address: string): string {
  const [path = ''] = address.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/, 1);
  const segments = path.split('/').filter((segment) => segment !== '');
  return `/${segments.map((segment, at) => told(segment, segments[at - 1], segments[0], at)).join('/')}`;
}

function told(segment: string, before: string | undefined, first: string | undefined, at: number): string {
  if (first === 'desk' && at === 1 && !DESK_PAGES.has(segment)) return ':slug';
  if (before !== undefined && Object.hasOwn(NAMED_AFTER, before)) return NAMED_AFTER[before] ?? ':id';
  return WORD.test(segment) ? segment : ':id';
}
