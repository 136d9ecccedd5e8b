import { useSpeech } from '../../i18n/Speech.tsx';
import { dialLink } from '../../lib/dial-link.ts';

/** Visits of several people at once are not on offer yet: what to do instead. */
export function SeveralPeople({ phone }: { readonly phone: string | null }) {
  const { t } = useSpeech();
  return (
    <p className="text-small text-soft">
      {t.basket.several} {t.basket.severalMore}{' '}
      {phone === null ? null : (
        <>
          {t.basket.severalCall}{' '}
          <a href={dialLink(phone)} className="numbers whitespace-nowrap underline underline-offset-4">
            {phone}
          </a>
        </>
      )}
    </p>
  );
}
