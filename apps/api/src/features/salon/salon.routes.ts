import { SalonAnswer, SalonParams } from '@salon/contracts/salon';
import { weeklyOpenings } from '@salon/domain/salon/openings';
import { localDate } from '@salon/domain/time/wall-clock';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { problems } from '../../plugins/problem-responses.ts';
import { publicPolicy } from './public-policy.ts';
import type { SalonService } from './salon.service.ts';
import type { Salon } from './salon.ts';

export const salonRoutes =
  (deps: { salons: SalonService; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/salons/:slug',
      {
        schema: {
          operationId: 'getSalon',
          summary: 'A salon with its catalogue',
          tags: ['salon'],
          params: SalonParams,
          response: { 200: SalonAnswer, ...problems('salon_not_found') },
        },
      },
      async (request, reply) => {
        const salon = await deps.salons.current({ slug: request.params.slug });
        request.salonId = salon.profile.id;
        reply.header('cache-control', 'private, max-age=30');
        return answer(salon, deps.clock());
      },
    );
  };

function answer(salon: Salon, now: number): SalonAnswer {
  const { config, profile } = salon;
  const active = config.staff.filter((staff) => isActive(staff, localDate(config.timeZone, now)));
  return {
    salon: {
      id: profile.id,
      slug: profile.slug,
      name: profile.name,
      timezone: config.timeZone,
      locale: profile.locale,
      addressForm: profile.addressForm,
      currency: config.currency,
      phone: profile.phone,
      address: { street: profile.street, postalCode: profile.postalCode, city: profile.city },
    },
    policy: publicPolicy(salon),
    openings: weeklyOpenings(config, localDate(config.timeZone, now)).map(({ weekday, startMinute, endMinute }) => ({
      weekday,
      opens: clockTime(startMinute),
      closes: clockTime(endMinute),
    })),
    categories: salon.categories.map(({ id, name }) => ({ id, name })),
    services: config.services
      .filter((service) => service.bookable)
      .map((service) => {
        const listing = salon.services.get(service.id);
        return {
          id: service.id,
          name: service.name,
          description: listing?.description ?? null,
          categoryId: listing?.categoryId ?? '',
          durationMinutes: service.phases.reduce((sum, phase) => sum + phase.minutes, 0),
          priceCents: service.priceCents,
          priceFrom: listing?.priceFrom ?? false,
          currency: config.currency,
          phases: service.phases.map(({ kind, minutes }) => ({ kind, minutes })),
          staffIds: active
            .filter((staff) => staff.offers.some((offer) => offer.serviceId === service.id))
            .map((staff) => staff.id),
        };
      }),
    staff: active.map(({ id }) => ({
      id,
      name: salon.staff.get(id)?.name ?? '',
      title: salon.staff.get(id)?.title ?? null,
    })),
  };
}

/** Somebody who will be bookable later is shown already; somebody who has left is not. */
const isActive = (staff: { activeUntil: string | null }, today: string) =>
  staff.activeUntil === null || staff.activeUntil >= today;

const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
