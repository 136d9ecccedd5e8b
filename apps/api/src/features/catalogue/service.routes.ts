import { ArchiveRequest, DeskService, NewService, ServiceChange, ServiceParams } from '@salon/contracts/desk/catalogue';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import type { ServiceRepo } from './service.repo.ts';

const tags = ['set-up'];
const changing = { right: 'changeCatalogue' } as const;
const changeProblems = deskProblems('service_not_found', 'version_conflict', 'visits_affected');

/** Services: what they are, how they run, who does them. */
export const serviceRoutes =
  (deps: { services: ServiceRepo; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { services, clock } = deps;

    app.post(
      '/api/desk/:salonId/catalogue/services',
      {
        config: changing,
        schema: {
          operationId: 'addService',
          summary: 'Add a service',
          tags,
          params: DeskParams,
          body: NewService,
          response: { 201: DeskService, ...deskProblems('category_not_found', 'staff_not_found', 'name_taken') },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return services.add(doerOf(request, clock), request.body);
      },
    );

    app.put(
      '/api/desk/:salonId/catalogue/services/:serviceId',
      {
        config: changing,
        schema: {
          operationId: 'changeService',
          summary: 'Change a service',
          description: 'Visits booked before keep their price and length.',
          tags,
          params: ServiceParams,
          body: ServiceChange,
          response: {
            200: DeskService,
            ...deskProblems(
              'service_not_found',
              'category_not_found',
              'staff_not_found',
              'name_taken',
              'version_conflict',
              'visits_affected',
            ),
          },
        },
      },
      async (request) => services.change(doerOf(request, clock), request.params.serviceId, request.body),
    );

    app.post(
      '/api/desk/:salonId/catalogue/services/:serviceId/archive',
      {
        config: changing,
        schema: {
          operationId: 'archiveService',
          summary: 'Take a service off sale',
          tags,
          params: ServiceParams,
          body: ArchiveRequest,
          response: { 200: DeskService, ...changeProblems },
        },
      },
      async (request) => services.archive(doerOf(request, clock), request.params.serviceId, request.body),
    );

    app.post(
      '/api/desk/:salonId/catalogue/services/:serviceId/restore',
      {
        config: changing,
        schema: {
          operationId: 'restoreService',
          summary: 'Sell an archived service again',
          tags,
          params: ServiceParams,
          body: ArchiveRequest,
          response: { 200: DeskService, ...deskProblems('service_not_found', 'version_conflict', 'name_taken') },
        },
      },
      async (request) => services.restore(doerOf(request, clock), request.params.serviceId, request.body),
    );
  };
