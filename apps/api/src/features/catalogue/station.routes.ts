import { DeskStation, NewStation, StationChange, StationParams } from '@salon/contracts/desk/catalogue';
import { DeskParams } from '@salon/contracts/desk/desk';
import { OrderRequest } from '@salon/contracts/desk/set-up';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import type { StationRepo } from './station.repo.ts';

const tags = ['set-up'];
const changing = { right: 'changeCatalogue' } as const;

/** Chairs and rooms; they are read with the catalogue. */
export const stationRoutes =
  (deps: { stations: StationRepo; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { stations, clock } = deps;

    app.post(
      '/api/desk/:salonId/stations',
      {
        config: changing,
        schema: {
          operationId: 'addStation',
          summary: 'Add a chair or room',
          tags,
          params: DeskParams,
          body: NewStation,
          response: { 201: DeskStation, ...deskProblems() },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return stations.add(doerOf(request, clock), request.body);
      },
    );

    app.put(
      '/api/desk/:salonId/stations/order',
      {
        config: changing,
        schema: {
          operationId: 'orderStations',
          summary: 'Put chairs and rooms into another order',
          tags,
          params: DeskParams,
          body: OrderRequest,
          response: { 204: z.null(), ...deskProblems('version_conflict') },
        },
      },
      async (request, reply) => {
        await stations.order(doerOf(request, clock), request.body.ids);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/api/desk/:salonId/stations/:stationId',
      {
        config: changing,
        schema: {
          operationId: 'changeStation',
          summary: 'Change a chair or room',
          tags,
          params: StationParams,
          body: StationChange,
          response: { 200: DeskStation, ...deskProblems('station_not_found', 'version_conflict', 'visits_affected') },
        },
      },
      async (request) => stations.change(doerOf(request, clock), request.params.stationId, request.body),
    );
  };
