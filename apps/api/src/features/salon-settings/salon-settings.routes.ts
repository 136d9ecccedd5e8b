import { DeskParams } from '@salon/contracts/desk/desk';
import { SettingsAnswer, SettingsChange } from '@salon/contracts/desk/settings';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import type { SalonToday } from '../set-up/salon-today.ts';
import type { SalonSettingsRepo } from './salon-settings.repo.ts';

/** What a salon says of itself, its rules, and the pause of online booking. */
export const salonSettingsRoutes =
  (deps: { settings: SalonSettingsRepo; today: SalonToday; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { settings, today, clock } = deps;

    app.get(
      '/api/desk/:salonId/settings',
      {
        config: { right: 'seeSetup' },
        schema: {
          operationId: 'getSettings',
          summary: 'Details, looks, legal texts, policy, pause and closures',
          tags: ['set-up'],
          params: DeskParams,
          response: { 200: SettingsAnswer, ...deskProblems() },
        },
      },
      async ({ member }) => settings.read(member, await today(member)),
    );

    app.put(
      '/api/desk/:salonId/settings',
      {
        config: { right: 'changeSalon' },
        schema: {
          operationId: 'changeSettings',
          summary: 'Change what a salon says of itself, or its rules',
          description: 'What the body names is replaced as a whole, the rest stays.',
          tags: ['set-up'],
          params: DeskParams,
          body: SettingsChange,
          response: { 200: SettingsAnswer, ...deskProblems('version_conflict') },
        },
      },
      async (request) => {
        await settings.change(doerOf(request, clock), request.body);
        return settings.read(request.member, await today(request.member));
      },
    );
  };
