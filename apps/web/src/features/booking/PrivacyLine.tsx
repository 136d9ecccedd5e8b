import type { SalonAnswer } from '@salon/contracts/salon';
import { Link } from 'wouter';
import { legalPath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { isLink } from '../salon/LegalLinks.tsx';

/** What becomes of the details, in one line, with the way to the whole text. */
export function PrivacyLine({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { slug, legal } = page.salon;
  const look = 'text-accent-ink underline underline-offset-4';
  const name = t.shell.legal.privacy;
  if (legal.privacy === null) return <p className="text-small text-soft">{t.booking.privacyAlone}</p>;
  return (
    <p className="text-small text-soft">
      {t.booking.privacyBefore}
      {isLink(legal.privacy) ? (
        <a href={legal.privacy} target="_blank" rel="noreferrer" className={look}>
          {name}
        </a>
      ) : (
        <Link href={legalPath(slug, 'privacy')} className={look}>
          {name}
        </Link>
      )}
      {t.booking.privacyAfter}
    </p>
  );
}
