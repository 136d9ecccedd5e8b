import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validate } from 'uuid';
import type { Security } from '../../edge/headers.ts';
import { AppError } from '../../errors/app-error.ts';
import { INBOX_CSS } from './inbox.css.ts';
import type { InboxRepo } from './inbox.repo.ts';
import { inboxWords } from './inbox.words.ts';
import { listPage, mailPage } from './inbox-pages.ts';
import { type InboxAccess, mayLook } from './may-look.ts';
import { readMail } from './read-mail.ts';

type OneMail = { Params: { id: string } };

const HTML = 'text/html; charset=utf-8';
const schema = { hide: true };
const nothing = () => new AppError('not_found', 'There is nothing at this address.');

/** The pages need a style and a frame, nothing else. */
const PAGES: Security = security({
  styleSrc: ["'self'"],
  frameSrc: ["'self'"],
  frameAncestors: ["'none'"],
});
/** A mail may look as it likes and show its logo; it runs nothing, and its links open beside it. */
const MAIL: Security = {
  xFrameOptions: { action: 'sameorigin' },
  ...security({
    styleSrc: ["'unsafe-inline'"],
    imgSrc: ['https:', 'http:', 'data:'],
    frameAncestors: ["'self'"],
    sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'],
  }),
};

function security(directives: Record<string, string[]>): Security {
  const all = { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], ...directives };
  return { contentSecurityPolicy: { useDefaults: false, directives: all } };
}

/** The local inbox: what would have been sent if there were a mail server. Not part of the API. */
export const inboxRoutes = (repo: InboxRepo, access: InboxAccess) => async (app: FastifyInstance) => {
  app.addHook('onRequest', async (request, reply) => {
    if (!mayLook(access, request)) throw nothing();
    reply.header('cache-control', 'no-store');
  });

  async function find(request: FastifyRequest<OneMail>) {
    const { id } = request.params;
    const mail = validate(id) ? await repo.find(id) : undefined;
    if (mail === undefined) throw nothing();
    return mail;
  }

  app.get('/inbox', { schema, config: { security: PAGES } }, async (request, reply) => {
    return reply.type(HTML).send(listPage(inboxWords(request.headers['accept-language']), await repo.list()));
  });

  app.get('/inbox/inbox.css', { schema }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(INBOX_CSS),
  );

  app.get<OneMail>('/inbox/:id', { schema, config: { security: PAGES } }, async (request, reply) => {
    const mail = await find(request);
    const words = inboxWords(request.headers['accept-language']);
    return reply.type(HTML).send(mailPage(words, mail, await readMail(mail.raw)));
  });

  app.get<OneMail>('/inbox/:id/html', { schema, config: { security: MAIL } }, async (request, reply) => {
    const { html, text } = await readMail((await find(request)).raw);
    if (html === undefined) return reply.type('text/plain; charset=utf-8').send(text ?? '');
    return reply.type(HTML).send(html.replace(/<head>/i, '<head><base target="_blank">'));
  });

  app.get<OneMail>('/inbox/:id/source', { schema }, async (request, reply) => {
    return reply.type('text/plain; charset=utf-8').send((await find(request)).raw);
  });

  app.get<{ Params: { id: string; index: string } }>(
    '/inbox/:id/attachments/:index',
    { schema },
    async (request, reply) => {
      const { attachments } = await readMail((await find(request)).raw);
      const attachment = /^\d{1,3}$/.test(request.params.index) ? attachments[Number(request.params.index)] : undefined;
      if (attachment === undefined) throw nothing();
      const name = encodeURIComponent(attachment.filename);
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .type('application/octet-stream')
        .send(attachment.content);
    },
  );
};
