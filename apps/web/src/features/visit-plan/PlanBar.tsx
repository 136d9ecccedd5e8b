import { classes } from '../../ui/classes.ts';
import { Hatching } from './Hatching.tsx';
import type { PlannedItem } from './visit-plan.ts';

type Span = { readonly from: number; readonly to: number };

/** What a bar lies on, which shows between two services. */
const EDGES = { surface: 'outline-surface', tint: 'outline-tint', accent: 'outline-accent' } as const;

/**
 * Services on one line of time, in the colour of the text: work is solid, processing hatched, and what is done while a
 * colour develops lies in the hatching. It says nothing: the words stand beside it.
 */
export function PlanBar(props: {
  readonly items: readonly PlannedItem[];
  readonly span: Span;
  readonly on: keyof typeof EDGES;
  readonly className: string;
}) {
  const { items, span, on, className } = props;
  return (
    <span aria-hidden className={classes('relative block forced-color-adjust-none', className)}>
      {items.map((item) => (
        <Bar key={item.from} item={item} span={span} edge={EDGES[on]} depth={0} />
      ))}
    </span>
  );
}

function Bar(props: {
  readonly item: PlannedItem;
  readonly span: Span;
  readonly edge: string;
  readonly depth: number;
}) {
  const { item, span, edge, depth } = props;
  const percent = (ms: number) => `${(ms / (span.to - span.from)) * 100}%`;
  return (
    <>
      <span
        className={classes(
          'absolute overflow-hidden rounded-[3px] outline-2',
          edge,
          depth === 0 ? 'inset-y-0' : 'inset-y-1/5',
        )}
        style={{ left: percent(item.from - span.from), width: percent(item.to - item.from) }}
      >
        <span className="flex h-full">
          {item.stretches.map(({ kind, from, to }) => (
            <span key={from} className={kind === 'work' ? 'bg-current' : ''} style={{ flexGrow: to - from }}>
              {kind === 'processing' ? <Hatching className="block size-full" /> : null}
            </span>
          ))}
        </span>
      </span>
      {item.inside.map((one) => (
        <Bar key={one.from} item={one} span={span} edge={edge} depth={depth + 1} />
      ))}
    </>
  );
}
