import type { FastifyInstance } from 'fastify';
import { answerCompactly } from '../../plugins/compact-answers.ts';
import { sendBarePage } from './bare-page.ts';
import type { BuiltPage } from './built-page.ts';
import { deskSecurity, type Where } from './page-security.ts';

const TITLE = { de: 'Salon', en: 'Salon' } as const;

/**
 * The page for those who work in a salon, the same under each of its addresses: who may see what is the API's to say, so
 * nothing of any salon stands in it.
 */
export const deskPageRoutes = (page: BuiltPage, where: Where) => async (app: FastifyInstance) => {
  await answerCompactly(app);
  const options = { schema: { hide: true }, config: { security: deskSecurity(where) } };
  for (const path of ['/desk', '/desk/*']) {
    app.get(path, options, (request, reply) => sendBarePage(page, request, reply, TITLE));
  }
};
