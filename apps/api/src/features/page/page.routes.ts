import { ALL_ERRORS } from '@salon/contracts/desk/errors';
import { localDate } from '@salon/domain/time/wall-clock';
import type { LearningSettings } from '@salon/settings/learning';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { answerCompactly } from '../../plugins/compact-answers.ts';
import { asAppError, nothingHere } from '../../plugins/errors.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { salonAnswer } from '../salon/salon-answer.ts';
import { chosenLanguage, sendBarePage, TITLES } from './bare-page.ts';
import type { BuiltPage } from './built-page.ts';
import { firstTexts } from './first-texts.ts';
import { dataScript } from './markup.ts';
import { pageDocument } from './page-document.ts';
import { pageSecurity, visitSecurity, type Where } from './page-security.ts';
import { languageOf, salonHead } from './salon-head.ts';

/** Pages of salons one process keeps ready, each about fifty kilobytes. */
const KEPT = 500;
export type PageDeps = Where & {
  readonly salons: SalonService;
  readonly clock: () => number;
  readonly page: BuiltPage;
  readonly learning: LearningSettings | undefined;
  /** Whether whoever comes without an address of a salon is led to the demo. */
  readonly leadToDemo: boolean;
};

type Asked = { Params: { slug: string } };

/**
 * The page for customers: of a salon with all it shows inside, so that the first view asks for
 * nothing more; of a visit without anything, since its address is a secret. What fails is a page
 * too: people look at it.
 */
export const pageRoutes = (deps: PageDeps) => async (app: FastifyInstance) => {
  await answerCompactly(app);
  const kept = new LRUCache<string, string>({ max: KEPT });
  const options = { schema: { hide: true }, config: { security: pageSecurity(deps) } };
  const ofAVisit = { ...options, config: { security: visitSecurity(deps) } };

  async function salonPage(request: FastifyRequest<Asked>, reply: FastifyReply) {
    const salon = await deps.salons.current({ slug: request.params.slug });
    request.salonId = salon.profile.id;
    const { markup, build } = await deps.page.current();
    const language = chosenLanguage(request) ?? languageOf(salon.profile.locale);
    // Who works there changes with the day, all else with the version.
    const today = localDate(salon.config.timeZone, deps.clock());
    const introduces = introducesSalon(request);
    const key = [salon.profile.id, salon.config.version, today, language, build, introduces].join(' ');
    let document = kept.get(key);
    if (document === undefined) {
      const answer = salonAnswer(salon, deps.clock(), deps.learning);
      document = pageDocument(markup, {
        language,
        ...salonHead(answer, deps.publicUrl, language),
        body: dataScript('application/json', answer, 'salon'),
        texts: introduces ? firstTexts(answer) : {},
        ownColour: answer.salon.colour !== null,
      });
      kept.set(key, document);
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(document);
  }

  app.setErrorHandler(async (thrown, request, reply) => {
    const { code, extras } = asAppError(thrown, request);
    const { status } = ALL_ERRORS[code];
    if (extras.retryAfter !== undefined) reply.header('retry-after', extras.retryAfter);
    return sendBarePage(deps.page, request, reply.status(status), status < 429 ? TITLES.nothing : TITLES.later);
  });

  for (const path of ['/s/:slug', '/s/:slug/*']) {
    app.get<Asked>(path, options, (request, reply) => salonPage(request, reply));
  }
  for (const path of ['/b/:token', '/b/:token/*']) {
    app.get(path, ofAVisit, (request, reply) => sendBarePage(deps.page, request, reply, TITLES.visit));
  }
  app.get('/', options, async (_request, reply) => {
    if (!deps.leadToDemo) throw nothingHere();
    await deps.salons.current({ slug: 'demo' });
    return reply.redirect('/s/demo');
  });
};

/** Whether the page begins with who the salon is; further steps and other pages say so in one slim line. */
function introducesSalon({ params, query }: FastifyRequest<Asked>): boolean {
  return !(params as { '*'?: string })['*'] && !('step' in (query as object));
}
