import type { Fullness } from './day.ts';

const BARS: Readonly<Record<Fullness, number>> = { closed: 0, full: 0, few: 1, some: 2, many: 3 };

/** How much is free as a shape: three bars, fewer filled the fuller the day; a dash where nothing is to be had. */
export function FullnessMark({ fullness }: { readonly fullness: Fullness | undefined }) {
  if (fullness === undefined) return <span aria-hidden className="block h-1.5 w-6 rounded-full bg-sunken" />;
  if (fullness === 'closed' || fullness === 'full') {
    return <span aria-hidden className="block h-1.5 w-6 border-current border-b-2 opacity-60" />;
  }
  return (
    <svg aria-hidden viewBox="0 0 24 6" className="block h-1.5 w-6">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 8.5 + 0.5}
          y="0.5"
          width="6"
          height="5"
          rx="2"
          fill={bar < BARS[fullness] ? 'currentcolor' : 'none'}
          stroke="currentcolor"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}
