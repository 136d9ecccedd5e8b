import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseNowhere } from '../../plugins/errors.ts';
import type { Secure } from '../../plugins/security-headers.ts';
import { sendBarePage, TITLES } from './bare-page.ts';
import type { BuiltPage } from './built-page.ts';
import { pageSecurity, type Where } from './page-security.ts';

/** Answers addresses that lead nowhere: people get the page that says so, programs a problem. */
export function answerNowhere(app: FastifyInstance, page: BuiltPage, where: Where, secure: Secure) {
  const security = pageSecurity(where);
  app.setNotFoundHandler(async (request, reply) => {
    if (!isForPeople(request)) return refuseNowhere(request, reply);
    secure(security, reply);
    return sendBarePage(page, request, reply.status(404), TITLES.nothing);
  });
}

function isForPeople({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !/^\/api(?![^/?])/.test(url) && /\btext\/html\b/.test(headers.accept ?? '');
}
