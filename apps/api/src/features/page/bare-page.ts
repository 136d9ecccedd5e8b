import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BuiltPage } from './built-page.ts';
import { tag } from './markup.ts';
import { pageDocument } from './page-document.ts';
import type { Language } from './salon-head.ts';

const NOT_INDEXED = tag('meta', { name: 'robots', content: 'noindex' });
export const TITLES = {
  visit: { de: 'Termin', en: 'Appointment' },
  nothing: { de: 'Seite nicht gefunden', en: 'Page not found' },
  later: { de: 'Gerade nicht erreichbar', en: 'Not available right now' },
} as const;

/** Sends the page that knows nothing yet and asks for itself. */
export async function sendBarePage(
  page: BuiltPage,
  request: FastifyRequest,
  reply: FastifyReply,
  titles: Readonly<Record<Language, string>>,
) {
  const { markup } = await page.current();
  const language = chosenLanguage(request) ?? 'de';
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .send(pageDocument(markup, { language, title: titles[language], head: [NOT_INDEXED] }));
}

/** The language an address asks for, if it does. */
export function chosenLanguage({ query }: FastifyRequest): Language | undefined {
  const { lang } = query as { lang?: unknown };
  return lang === 'de' || lang === 'en' ? lang : undefined;
}
