import { Link } from 'wouter';
import { lostLinkPath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';

/** For those who come to change what they have booked, and do not have their link at hand. */
export function HaveVisitLink({ slug }: { readonly slug: string }) {
  const { t } = useSpeech();
  return (
    <Link
      href={lostLinkPath(slug)}
      className="inline-flex min-h-11 items-center text-small text-soft underline-offset-4 hover:underline"
    >
      {t.shell.haveVisit}
    </Link>
  );
}
