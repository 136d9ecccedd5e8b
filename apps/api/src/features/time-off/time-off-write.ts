/** Time off as it is or shall be; instants are epoch milliseconds. */
export type TimeOffState = {
  readonly staffId: string;
  readonly kind: 'time_off' | 'blocked';
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
  readonly ended: boolean;
};

/** Time off of a change, as desk_change_v1 takes it. */
export type TimeOffWrite = ReturnType<typeof timeOffWrite>;

type Plan = {
  readonly id: string;
  /** What it is now, with its version; undefined: it is made. */
  readonly before?: (TimeOffState & { readonly version: number }) | undefined;
  readonly after: TimeOffState;
  /** Lie over what is there. */
  readonly mayOverlap: boolean;
  /** Visits that may lie below it; another one is refused. Undefined: any. */
  readonly known?: readonly string[];
  /** As `time_off.ended`. */
  readonly action: string;
};

export function timeOffWrite(newId: () => string, { id, before, after, mayOverlap, known, action }: Plan) {
  return {
    id,
    expected: before?.version ?? null,
    ...{ ...after, from: utc(after.from), to: utc(after.to) },
    mayOverlap,
    known: known ?? null,
    audit: { id: newId(), action, before: before === undefined ? null : facts(before), after: facts(after) },
  };
}

/** Why somebody is away is not kept in the trail. */
const facts = ({ staffId, kind, from, to, ended }: TimeOffState) => ({
  ...{ staffId, kind, startsAt: utc(from), endsAt: utc(to), ended },
});

const utc = (instant: number) => new Date(instant).toISOString();
