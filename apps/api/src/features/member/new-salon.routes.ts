import { JoinedAnswer, NewSalonRequest } from '@salon/contracts/desk/members';
import { isTimeZone } from '@salon/domain/time/local-day';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { AppError } from '../../errors/app-error.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { limitAccount } from '../login/limits.ts';
import type { Logins } from '../login/logins.ts';
import type { NewSalonRepo } from './new-salon.repo.ts';

/** Salons somebody may make in a day. */
const SALONS = { what: 'salon', most: 5, seconds: 24 * 60 * 60 };

type Deps = Pick<Logins, 'attempts' | 'clock'> & { readonly newSalons: NewSalonRepo };

export const newSalonRoutes =
  ({ attempts, clock, newSalons }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/desk/salons',
      {
        config: { right: 'signedIn' },
        schema: {
          operationId: 'makeSalon',
          summary: 'Make a salon, and be its owner',
          tags: ['members'],
          body: NewSalonRequest,
          response: { 201: JoinedAnswer, ...problems('unauthenticated', 'slug_taken', 'origin_refused', 'read_only') },
        },
      },
      async ({ login, body, id }, reply) => {
        if (!isTimeZone(body.timezone)) {
          const errors = [{ path: 'timezone', message: 'Expected a time zone like Europe/Berlin' }];
          throw new AppError('invalid_request', 'There is no such time zone.', { errors });
        }
        const now = clock();
        await limitAccount(attempts, SALONS, login.loginId, now);
        return reply.status(201).send({ salon: await newSalons.make(login, body, { requestId: id, now }) });
      },
    );
  };
