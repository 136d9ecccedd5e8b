import { originInWords } from '../measuring/origin.ts';
import type { RollingReport } from './rolling.ts';

/** Nothing failed, nothing was lost, and what was told is what is there. */
export function wentWell({ bookings, looks, mails, claims }: RollingReport): boolean {
  const broken = claims.filter(({ violations }) => violations.length > 0);
  return bookings.failed.length + looks.failed.length + mails.lost.length + mails.twice.length + broken.length === 0;
}

export function reportText({ restarts, bookings, looks, mails, claims, origin }: RollingReport): string {
  const held = claims.filter(({ violations }) => violations.length === 0).length;
  return [
    `${originInWords(origin)}: ${restarts} restarts`,
    `bookings asked for: ${bookings.asked}, failed: ${bookings.failed.length}, longest wait ${bookings.longest} ms`,
    `looks: ${looks.asked}, failed: ${looks.failed.length}, longest wait ${looks.longest} ms`,
    `mails of ${mails.bookings} bookings: ${mails.lost.length} lost, ${mails.twice.length} twice`,
    `claims held: ${held} of ${claims.length}`,
    ...[...bookings.failed, ...looks.failed].slice(0, 20),
  ].join('\n');
}
