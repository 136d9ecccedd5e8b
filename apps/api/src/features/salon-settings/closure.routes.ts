import { DeskParams } from '@salon/contracts/desk/desk';
import { ClosureChange, ClosureParams, DeskClosure, NewClosure } from '@salon/contracts/desk/settings';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import type { ClosureRepo } from './closure.repo.ts';

const tags = ['set-up'];
const changing = { right: 'changeSalon' } as const;

/** Closures; they are read with the settings. */
export const closureRoutes =
  (deps: { closures: ClosureRepo; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { closures, clock } = deps;

    app.post(
      '/api/desk/:salonId/closures',
      {
        config: changing,
        schema: {
          operationId: 'addClosure',
          summary: 'Close the salon on some dates, or for a part of a day',
          tags,
          params: DeskParams,
          body: NewClosure,
          response: { 201: DeskClosure, ...deskProblems('visits_affected') },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return closures.add(doerOf(request, clock), request.body);
      },
    );

    app.put(
      '/api/desk/:salonId/closures/:closureId',
      {
        config: changing,
        schema: {
          operationId: 'changeClosure',
          summary: 'Change a closure',
          tags,
          params: ClosureParams,
          body: ClosureChange,
          response: {
            200: DeskClosure,
            ...deskProblems('closure_not_found', 'version_conflict', 'visits_affected'),
          },
        },
      },
      async (request) => closures.change(doerOf(request, clock), request.params.closureId, request.body),
    );

    app.delete(
      '/api/desk/:salonId/closures/:closureId',
      {
        config: changing,
        schema: {
          operationId: 'removeClosure',
          summary: 'Take back a closure',
          tags,
          params: ClosureParams,
          response: { 204: z.null(), ...deskProblems('closure_not_found') },
        },
      },
      async (request, reply) => {
        await closures.remove(doerOf(request, clock), request.params.closureId);
        return reply.code(204).send(null);
      },
    );
  };
