import type { SalonAnswer } from '@salon/contracts/salon';
import { hoursOn, weeklyOpenings } from '@salon/domain/salon/openings';
import type { WallRange } from '@salon/domain/salon/salon-config';
import { localDate } from '@salon/domain/time/wall-clock';
import type { LearningSettings } from '@salon/settings/learning';
import { publicPolicy } from './public-policy.ts';
import type { Salon } from './salon.ts';
import { salonCard } from './salon-card.ts';
import { serviceAnswer } from './service-answer.ts';

/** A salon as it shows itself to everybody, with who works there from `now` (epoch milliseconds) on. */
export function salonAnswer(salon: Salon, now: number, learning: LearningSettings | undefined): SalonAnswer {
  const { config, profile } = salon;
  const { description, legal, pricesIncludeVat, bookButton } = profile;
  const today = localDate(config.timeZone, now);
  const active = config.staff.filter((staff) => isActive(staff, today));
  return {
    salon: {
      id: profile.id,
      ...salonCard(salon),
      currency: config.currency,
      description,
      legal,
      pricesIncludeVat,
      bookButton,
      measuring: learning && salon.profile.visitorStatistics ? { projectKey: learning.key } : null,
    },
    policy: publicPolicy(salon),
    openings: weeklyOpenings(config, today).map(({ weekday, ...range }) => ({ weekday, ...hoursOf(range) })),
    today: { date: today, hours: hoursOn(config, today).map(hoursOf) },
    categories: salon.categories.map(({ id, name }) => ({ id, name })),
    services: config.services
      .filter((service) => service.bookable)
      .map((service) => serviceAnswer(salon, service, active)),
    staff: active.map(({ id }) => {
      const listing = salon.staff.get(id);
      return {
        id,
        name: listing?.name ?? '',
        title: listing?.title ?? null,
        photoUrl: listing?.photoUrl ?? null,
      };
    }),
  };
}

/** Somebody who will be bookable later is shown already; somebody who has left is not. */
const isActive = (staff: { activeUntil: string | null }, today: string) =>
  staff.activeUntil === null || staff.activeUntil >= today;

const hoursOf = ({ startMinute, endMinute }: WallRange) => ({
  opens: clockTime(startMinute),
  closes: clockTime(endMinute),
});

const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
