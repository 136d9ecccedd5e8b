import { Phone } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { dialLink } from '../../lib/dial-link.ts';
import { buttonLook } from '../../ui/button-look.ts';

/** The salon's number, ready to be dialled; nothing where it has none. */
export function CallSalon({ phone }: { readonly phone: string | null }) {
  const { t } = useSpeech();
  if (phone === null) return null;
  return (
    <a href={dialLink(phone)} className={buttonLook('soft', 'numbers')}>
      <Phone aria-hidden className="size-5 shrink-0" />
      {t.shell.call({ phone })}
    </a>
  );
}
