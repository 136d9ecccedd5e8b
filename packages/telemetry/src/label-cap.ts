/** What all values share that came when there were enough. */
export const OTHERS = 'other';

/** Lets so many values of a label through; those that come later are all the same. None at all: every value is empty. */
export function labelCap(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (most === 0) return '';
    if (known.has(value)) return value;
    if (known.size >= most) return OTHERS;
    known.add(value);
    return value;
  };
}
