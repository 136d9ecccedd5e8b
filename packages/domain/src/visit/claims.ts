import type { StaffClaim } from './arrangement.ts';
import type { Variant } from './variant.ts';

/** A station of this kind is taken from–to, in milliseconds after the visit's start. */
export type KindNeed = { readonly kind: string; readonly start: number; readonly end: number };

/** An item with who does it and when, milliseconds after the visit's start. */
export type Work = {
  readonly itemIndex: number;
  readonly variant: Variant;
  readonly start: number;
  /** End of the last phase. */
  readonly end: number;
};

/** The staff time the items take, in milliseconds after the visit's start, and the end of the last of it (or of the visit). */
export function claimsOf(items: readonly Work[]): { staffClaims: StaffClaim[]; busyUntil: number } {
  const buffered = new Set(lastOfEach(items));
  const staffClaims: StaffClaim[] = [];
  let busyUntil = 0;
  for (const item of items) {
    const until = item.end + (buffered.has(item) ? item.variant.buffer : 0);
    busyUntil = Math.max(busyUntil, until);
    staffClaims.push(...claimsOfItem(item, until));
  }
  return { staffClaims: staffClaims.sort((a, b) => a.start - b.start), busyUntil };
}

/** Per staff member the item she ends last: she clears up after that one only. */
function lastOfEach(items: readonly Work[]): Work[] {
  const last = new Map<string, Work>();
  for (const item of items) {
    const known = last.get(item.variant.staffId);
    const later = known === undefined || item.end > known.end;
    // Two may end together, one inside the other's last processing phase: the longer clearing up counts.
    const longer = item.end === known?.end && item.variant.buffer > known.variant.buffer;
    if (later || longer) last.set(item.variant.staffId, item);
  }
  return [...last.values()];
}

function claimsOfItem({ itemIndex, variant, start, end }: Work, until: number): StaffClaim[] {
  const stretches = variant.busy.map((busy) => ({ start: start + busy.start, end: start + busy.end }));
  const last = stretches.at(-1);
  if (until > end) {
    // Work that goes over into clearing up is one claim.
    if (last?.end === end) last.end = until;
    else stretches.push({ start: end, end: until });
  }
  return stretches.map((stretch) => ({ staffId: variant.staffId, itemIndex, ...stretch }));
}
