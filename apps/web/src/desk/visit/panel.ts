/** What can stand beside the calendar besides a visit. */
export type Panel =
  | {
      readonly kind: 'new' | 'block';
      /** Whose time it is; null: to be chosen. */
      readonly staffId: string | null;
      /** Epoch milliseconds; null: to be chosen. */
      readonly start: number | null;
      readonly minutes: number | null;
      /** The visit that is to be made again. */
      readonly again: string | null;
    }
  | { readonly kind: 'timeOff'; readonly id: string }
  /** `print`: the day goes to the printer, and nothing stays beside it. */
  | { readonly kind: 'gaps' | 'ill' | 'feed' | 'print' };

const MINUTE = 60_000;
const NONE = '_';

/** As it stands in the address; readable enough, and without anybody's name. */
export function writePanel(panel: Panel): string {
  if (panel.kind === 'timeOff') return `timeOff.${panel.id}`;
  if (panel.kind !== 'new' && panel.kind !== 'block') return panel.kind;
  const { kind, staffId, start, minutes, again } = panel;
  const parts = [staffId, start === null ? null : start / MINUTE, minutes, again].map((part) => part ?? NONE);
  while (parts.at(-1) === NONE) parts.pop();
  return [kind, ...parts].join('.');
}

/** Reads an address; undefined: it says nothing that is known here. */
export function readPanel(text: string | null): Panel | undefined {
  const [kind, ...parts] = (text ?? '').split('.');
  const part = (index: number) => (parts[index] === NONE ? null : (parts[index] ?? null));
  const count = (index: number) => {
    const value = part(index);
    return value !== null && /^\d{1,10}$/.test(value) ? Number(value) : null;
  };
  switch (kind) {
    case 'gaps':
    case 'ill':
    case 'feed':
    case 'print':
      return { kind };
    case 'timeOff': {
      const id = part(0);
      return id === null ? undefined : { kind, id };
    }
    case 'new':
    case 'block': {
      const minute = count(1);
      const start = minute === null ? null : minute * MINUTE;
      return { kind, staffId: part(0), start, minutes: count(2), again: part(3) };
    }
    default:
      return undefined;
  }
}

/** A new visit, or time to be blocked, of which nothing is said yet. */
export const blank = (kind: 'new' | 'block'): Panel => ({
  kind,
  ...{ staffId: null, start: null, minutes: null, again: null },
});
