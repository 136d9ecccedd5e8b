import type { SalonAnswer } from '@salon/contracts/salon';
import { Link } from 'wouter';
import { legalPath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';

export type Legal = SalonAnswer['salon']['legal'];
export type LegalKind = keyof Legal;
export const LEGAL_KINDS = ['imprint', 'privacy', 'terms'] as const satisfies readonly LegalKind[];

/** Impressum, Datenschutz, AGB: those that the salon has. */
export function LegalLinks({ slug, legal }: { readonly slug: string; readonly legal: Legal | undefined }) {
  const { t } = useSpeech();
  const kinds = LEGAL_KINDS.filter((kind) => legal && legal[kind] !== null);
  if (kinds.length === 0) return null;
  return (
    <nav aria-label={t.shell.legalNav}>
      <ul className="flex flex-wrap gap-x-6">
        {kinds.map((kind) => (
          <li key={kind}>
            <LegalLink slug={slug} kind={kind} text={legal?.[kind] ?? null} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A link to a legal text: elsewhere if the salon gave an address, else to the page that shows it. */
function LegalLink(props: { readonly slug: string; readonly kind: LegalKind; readonly text: string | null }) {
  const { t } = useSpeech();
  const name = t.shell.legal[props.kind];
  const look = 'inline-flex min-h-11 min-w-11 items-center text-small text-soft underline-offset-4 hover:underline';
  if (props.text !== null && isLink(props.text)) {
    return (
      <a href={props.text} target="_blank" rel="noreferrer" className={look}>
        {name}
      </a>
    );
  }
  return (
    <Link href={legalPath(props.slug, props.kind)} className={look}>
      {name}
    </Link>
  );
}

/** An https address and nothing else. */
export const isLink = (text: string) => /^https:\/\/\S+$/.test(text.trim());
