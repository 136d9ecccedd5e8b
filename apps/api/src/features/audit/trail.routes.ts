import { AuditAnswer, AuditQuery } from '@salon/contracts/desk/audit';
import { DeskParams } from '@salon/contracts/desk/desk';
import { VisitParams } from '@salon/contracts/desk/visit';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { salonTrail, type TrailDeps, visitTrail } from './trail.service.ts';

export const trailRoutes =
  (deps: TrailDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/audit',
      {
        config: { right: 'seeAudit' },
        schema: {
          operationId: 'listChanges',
          summary: 'Who changed what, newest first',
          description: 'Whoever sees only her own sees what she did herself.',
          tags: ['desk'],
          params: DeskParams,
          querystring: AuditQuery,
          response: { 200: AuditAnswer, ...deskProblems() },
        },
      },
      async (request) => salonTrail(deps, request.member, request.query.before),
    );

    app.get(
      '/api/desk/:salonId/visits/:visitId/audit',
      {
        config: { right: 'seeAudit' },
        schema: {
          operationId: 'listChangesOfVisit',
          summary: 'What became of a visit, newest first',
          description: 'With the prices that the member may see: all, or those of what she does herself.',
          tags: ['desk'],
          params: VisitParams,
          querystring: AuditQuery,
          response: { 200: AuditAnswer, ...deskProblems('booking_not_found') },
        },
      },
      async (request) => visitTrail(deps, request.member, request.params.visitId, request.query.before),
    );
  };
