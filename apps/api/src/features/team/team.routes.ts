import { DeskParams } from '@salon/contracts/desk/desk';
import { OrderRequest } from '@salon/contracts/desk/set-up';
import { NewStaff, StaffChange, StaffMember, StaffParams, TeamAnswer } from '@salon/contracts/desk/team';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import type { SalonToday } from '../set-up/salon-today.ts';
import type { TeamRepo } from './team.repo.ts';

/** Who can be booked, when, and for what. */
export const teamRoutes =
  (deps: { team: TeamRepo; today: SalonToday; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { team, today, clock } = deps;

    app.get(
      '/api/desk/:salonId/team',
      {
        config: { right: 'seeSetup' },
        schema: {
          operationId: 'getTeam',
          summary: 'Staff with their hours and skills',
          tags: ['set-up'],
          params: DeskParams,
          response: { 200: TeamAnswer, ...deskProblems() },
        },
      },
      async ({ member }) => {
        const date = await today(member);
        return { today: date, staff: await team.list(member, date) };
      },
    );

    app.post(
      '/api/desk/:salonId/team',
      {
        config: { right: 'changeTeam' },
        schema: {
          operationId: 'addStaff',
          summary: 'Add somebody who can be booked',
          tags: ['set-up'],
          params: DeskParams,
          body: NewStaff,
          response: { 201: StaffMember, ...deskProblems() },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return team.add(doerOf(request, clock), request.body, await today(request.member));
      },
    );

    app.put(
      '/api/desk/:salonId/team/order',
      {
        config: { right: 'changeTeam' },
        schema: {
          operationId: 'orderStaff',
          summary: 'Put staff into another order',
          tags: ['set-up'],
          params: DeskParams,
          body: OrderRequest,
          response: { 204: z.null(), ...deskProblems('version_conflict') },
        },
      },
      async (request, reply) => {
        await team.order(doerOf(request, clock), request.body.ids);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/api/desk/:salonId/team/:staffId',
      {
        config: { right: 'changeTeam' },
        schema: {
          operationId: 'changeStaff',
          summary: 'Change a staff member, hours, skills',
          description: 'What the body names is replaced as a whole, the rest stays.',
          tags: ['set-up'],
          params: StaffParams,
          body: StaffChange,
          response: {
            200: StaffMember,
            ...deskProblems('staff_not_found', 'service_not_found', 'version_conflict', 'visits_affected'),
          },
        },
      },
      async (request) =>
        team.change(doerOf(request, clock), request.params.staffId, request.body, await today(request.member)),
    );
  };
