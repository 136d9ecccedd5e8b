import type { CustomerCard } from '@salon/contracts/desk/customers';
import { Mail, Phone } from 'lucide-react';
import { dialLink } from '../../lib/dial-link.ts';
import { buttonLook } from '../../ui/button-look.ts';
import { Heading } from '../../ui/Heading.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { CardMenu } from './CardMenu.tsx';

/** Who she is, what has been so far, and how to reach her now. */
export function CardHead({ card, onEdit }: { readonly card: CustomerCard; readonly onEdit: () => void }) {
  const { t, f } = useDeskSpeech();
  const { reach } = useDesk();
  const words = t.customers.card;
  const sum = card.revenueCents === undefined ? undefined : f.price(card.revenueCents, card.currency);
  const facts = [
    words.visitCount({ n: card.visitCount }),
    ...(card.visitCount + card.noShows > 0 ? [words.noShows({ n: card.noShows })] : []),
    ...(sum === undefined || card.visitCount === 0
      ? []
      : [reach('seeRevenue') === 'own' ? words.ownRevenue({ sum }) : words.revenue({ sum })]),
    words.since({ day: f.day(card.createdAt.slice(0, 10)) }),
  ];
  return (
    <header className="space-y-4">
      <div className="flex items-start gap-4">
        <Portrait name={card.name} src={null} shape="round" className="size-14 text-title" />
        <div className="min-w-0 flex-1">
          <Heading>{card.name}</Heading>
          <p className="numbers text-small text-soft">{facts.join('\u00a0· ')}</p>
        </div>
        <CardMenu card={card} onEdit={onEdit} />
      </div>
      {card.phone || card.email ? (
        <div className="flex flex-wrap gap-3">
          {card.phone ? (
            <a href={dialLink(card.phone)} className={buttonLook('solid', 'numbers w-full tablet:w-auto')}>
              <Phone aria-hidden className="size-5" />
              {words.call({ phone: card.phone })}
            </a>
          ) : null}
          {card.email ? (
            <a href={`mailto:${card.email}`} className={buttonLook('soft', 'w-full tablet:w-auto')}>
              <Mail aria-hidden className="size-5" />
              {words.mail}
            </a>
          ) : null}
        </div>
      ) : (
        <p className="text-soft">{words.noDetails}</p>
      )}
    </header>
  );
}
