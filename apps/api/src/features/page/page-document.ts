import { escaped } from './markup.ts';

export type PageParts = {
  readonly language: 'de' | 'en';
  readonly title: string;
  /** Elements for the head, ready as markup; they replace what the built page says of the same. */
  readonly head: readonly string[];
  /** Markup for the end of the body. */
  readonly body?: string;
  /** Texts for the elements that are there for them, by name: `<h1 data-salon="name"></h1>`. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Whether the built page's own colour of the browser's frame goes. */
  readonly ownColour?: boolean;
};

/** The start of an empty element that waits for a text. */
const TEXT_PLACE = /<[^<>]* data-salon="(\w+)"[^<>]*>(?=<\/)/g;

/** The built page with what is known of this address put in. */
export function pageDocument(
  built: string,
  { language, title, head, body = '', texts = {}, ownColour = false }: PageParts,
): string {
  let page = built
    .replace(/<html[^>]*>/i, `<html lang="${language}">`)
    .replaceAll(TEXT_PLACE, (place, name) => place + escaped(texts[name] ?? ''))
    .replace(/\s*<title>[\s\S]*?<\/title>/i, '')
    .replace(/\s*<meta\s+name="(description|robots)"[^>]*>/gi, '');
  if (ownColour) page = page.replace(/\s*<meta\s+name="theme-color"[^>]*>/gi, '');
  const inHead = [`<title>${escaped(title)}</title>`, ...head].map((element) => `    ${element}\n`).join('');
  // As functions: in a replacement text a $ would mean something.
  return page.replace(/ *<\/head>/i, () => `${inHead}  </head>`).replace(/ *<\/body>/i, () => `    ${body}\n  </body>`);
}
