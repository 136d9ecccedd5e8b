import type { Conflict } from '@salon/contracts/desk/visit';
import type { Obstacle } from '@salon/domain/desk/obstacles';
import { closedSpans } from '@salon/domain/salon/openings';
import { formatInstant, localDate } from '@salon/domain/time/wall-clock';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';

/** Says what is in the way. */
export const timeConflict = (salon: Salon, member: MemberScope, obstacles: readonly Obstacle[]) =>
  new AppError('time_conflict', 'Something is in the way; see conflicts.', {
    conflicts: obstacles.map((one) => conflictOf(salon, member, one)),
  });

function conflictOf(salon: Salon, member: MemberScope, obstacle: Obstacle): Conflict {
  const at = (instant: number) => formatInstant(salon.config.timeZone, instant);
  const span = { startsAt: at(obstacle.start), endsAt: at(obstacle.end) };
  switch (obstacle.kind) {
    case 'not_offered':
    case 'outside_openings':
      return { kind: obstacle.kind, ...span, staffId: obstacle.staffId };
    case 'closure': {
      const name = whyClosed(salon, obstacle);
      return { kind: 'closure', ...span, staffId: obstacle.staffId, ...(name === undefined ? {} : { name }) };
    }
    case 'station':
      // Who sits there may be somebody else's customer.
      return {
        ...{ kind: 'station', ...span, stationId: obstacle.stationId },
        ...(member.reach === 'all' ? whoseTime(obstacle.holder) : {}),
      };
    default:
      return { kind: obstacle.kind, ...span, staffId: obstacle.staffId, ...whoseTime(obstacle.holder) };
  }
}

function whoseTime(holder: Extract<Obstacle, { kind: 'station' }>['holder']) {
  if (holder === null) return {};
  const name = holder.name === null || holder.name === '' ? {} : { name: holder.name };
  return { ...(holder.kind === 'visit' ? { visitId: holder.id } : { timeOffId: holder.id }), ...name };
}

function whyClosed({ config, closures }: Salon, { start, end }: { start: number; end: number }): string | undefined {
  const dates = [localDate(config.timeZone, start)];
  return closures.find((closure) =>
    closedSpans(config.timeZone, closure, dates).some((span) => span.start < end && start < span.end),
  )?.name;
}
