import type { StaffClaim } from './arrangement.ts';
import type { Placement } from './placement.ts';

/** A station of this kind is taken from–to, in milliseconds after the visit's start. */
export type KindNeed = { readonly kind: string; readonly start: number; readonly end: number };

/** Thousands of shapes are made of a few dozen claims: equal ones are one object, so what is known of one is known of all. */
export type ClaimPool = Map<string, StaffClaim | KindNeed>;

/** The staff time the items take, in milliseconds after the visit's start, and the end of the last of it (or of the visit). */
export function claimsOf(
  items: readonly Placement[],
  pool: ClaimPool,
): { staffClaims: StaffClaim[]; busyUntil: number } {
  const buffered = new Set(lastOfEach(items));
  const staffClaims: StaffClaim[] = [];
  let busyUntil = 0;
  for (const item of items) {
    const until = item.end + (buffered.has(item) ? item.variant.buffer : 0);
    busyUntil = Math.max(busyUntil, until);
    staffClaims.push(...claimsOfItem(item, until, pool));
  }
  return { staffClaims: staffClaims.sort((a, b) => a.start - b.start), busyUntil };
}

/** One station of each kind, from the first item that needs it until everybody has cleared up. */
export function needsOf(items: readonly Placement[], busyUntil: number, pool: ClaimPool): KindNeed[] {
  const firstNeed = new Map<string, number>();
  for (const { variant, start } of items) {
    const kind = variant.service.stationKind;
    if (kind !== null && !firstNeed.has(kind)) firstNeed.set(kind, start);
  }
  return [...firstNeed].map(([kind, start]) =>
    pooled(pool, `station ${kind} ${start} ${busyUntil}`, { kind, start, end: busyUntil }),
  );
}

/** Per staff member the item she ends last: she clears up after that one only. */
function lastOfEach(items: readonly Placement[]): Placement[] {
  const last = new Map<string, Placement>();
  for (const item of items) {
    const known = last.get(item.variant.staffId);
    const later = known === undefined || item.end > known.end;
    // Two may end together, one inside the other's last processing phase: the longer clearing up counts.
    const longer = item.end === known?.end && item.variant.buffer > known.variant.buffer;
    if (later || longer) last.set(item.variant.staffId, item);
  }
  return [...last.values()];
}

function claimsOfItem({ itemIndex, variant, start, end }: Placement, until: number, pool: ClaimPool): StaffClaim[] {
  const stretches = variant.busy.map((busy) => ({ start: start + busy.start, end: start + busy.end }));
  const last = stretches.at(-1);
  if (until > end) {
    // Work that goes over into clearing up is one claim.
    if (last?.end === end) last.end = until;
    else stretches.push({ start: end, end: until });
  }
  const { staffId } = variant;
  return stretches.map((stretch) =>
    pooled(pool, `${itemIndex} ${staffId} ${stretch.start} ${stretch.end}`, { staffId, itemIndex, ...stretch }),
  );
}

function pooled<T extends StaffClaim | KindNeed>(pool: ClaimPool, key: string, made: T): T {
  const known = pool.get(key);
  // A key is made from everything its value holds, the kind of value included.
  if (known !== undefined) return known as T;
  pool.set(key, made);
  return made;
}
