/** The part of the product that a page belongs to, as API and alerts call it. */
export function areaOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/').filter((part) => part !== '');
  if (first === 's') return third === 'legal' || third === 'lost-link' ? third : 'booking';
  if (first === 'b') return 'manage';
  if (first !== 'desk') return 'page';
  return /^[a-z]+$/.test(third) && !ACCOUNT.has(second) ? third : 'account';
}

/** Pages of the desk that are of no salon. */
const ACCOUNT = new Set(['confirm', 'reset', 'invitation']);
