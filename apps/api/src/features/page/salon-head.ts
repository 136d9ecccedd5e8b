import type { SalonAnswer } from '@salon/contracts/salon';
import { dataScript, tag } from './markup.ts';
import { salonAsData } from './salon-data.ts';

/** Most of a description that search engines show. */
const SHOWN = 160;
const LOCALES = { de: 'de_DE', en: 'en_GB' } as const;

export type Language = keyof typeof LOCALES;

/** The language of the page where nobody has chosen: the salon's, or English if we do not speak it. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');

/** What search engines, messengers and browsers read of a salon's page before anything runs. */
export function salonHead(
  answer: SalonAnswer,
  publicUrl: string,
  language: Language,
): { title: string; head: string[] } {
  const { salon } = answer;
  const page = `${publicUrl}/s/${salon.slug}`;
  const urlIn = (one: Language) => (one === languageOf(salon.locale) ? page : `${page}?lang=${one}`);
  const title = titleOf(answer, language);
  const description = descriptionOf(answer, language);
  const picture = salon.logoUrl === null || salon.logoUrl.endsWith('.svg') ? null : new URL(salon.logoUrl, page).href;
  const head = [
    tag('meta', { name: 'description', content: description }),
    tag('link', { rel: 'canonical', href: urlIn(language) }),
    ...(['de', 'en'] as const).map((one) => tag('link', { rel: 'alternate', hreflang: one, href: urlIn(one) })),
    tag('meta', { property: 'og:type', content: 'website' }),
    tag('meta', { property: 'og:site_name', content: salon.name }),
    tag('meta', { property: 'og:title', content: title }),
    tag('meta', { property: 'og:description', content: description }),
    tag('meta', { property: 'og:url', content: urlIn(language) }),
    tag('meta', { property: 'og:locale', content: LOCALES[language] }),
    // Messengers show no vector pictures.
    ...(picture === null ? [] : [tag('meta', { property: 'og:image', content: picture })]),
    tag('meta', { name: 'twitter:card', content: 'summary' }),
    ...(salon.colour === null ? [] : [tag('meta', { name: 'theme-color', content: salon.colour })]),
    dataScript('application/ld+json', salonAsData(answer, page)),
  ];
  return { title, head };
}

function titleOf({ salon }: SalonAnswer, language: Language): string {
  const where = salon.address.city === null ? salon.name : `${salon.name}, ${salon.address.city}`;
  return language === 'de' ? `Termin buchen – ${where}` : `Book online – ${where}`;
}

/** The salon's own words; without any, what can be booked and where. */
function descriptionOf({ salon, services }: SalonAnswer, language: Language): string {
  const { street, postalCode, city } = salon.address;
  const own = salon.description?.replaceAll(/\s+/g, ' ').trim();
  if (own) return shortened(own);
  const offer = services.slice(0, 4).map(({ name }) => name);
  const where = [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const begin =
    language === 'de' ? `Termine bei ${salon.name} online buchen` : `Book an appointment at ${salon.name} online`;
  return shortened([`${begin}${offer.length > 0 ? `: ${offer.join(', ')}` : ''}.`, where].filter(Boolean).join(' '));
}

/** Cut at a word. */
function shortened(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, SHOWN - 1).replace(/\s+\S*$/, '')}…`;
}
