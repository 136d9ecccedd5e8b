import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useQuery } from '@tanstack/react-query';
import { Mail, Phone, TriangleAlert, UserRound } from 'lucide-react';
import { Link } from 'wouter';
import { dialLink } from '../../lib/dial-link.ts';
import { buttonLook } from '../../ui/button-look.ts';
import { customerQuery } from '../customers/customers.queries.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { customerPath } from '../lib/paths.ts';

/** How to reach who comes, and what to heed of her: allergies first, then how her colour is mixed. */
export function CustomerFacts({ visit }: { readonly visit: DeskVisit }) {
  const { t, f } = useDeskSpeech();
  const { salon, can } = useDesk();
  const { customerId, phone, email } = visit;
  const seen = customerId !== null && can('seeCustomers');
  const card = useQuery({ ...customerQuery(salon.id, customerId ?? ''), enabled: seen }).data;
  const words = t.visit.panel;
  const [formula] = card?.formulas ?? [];
  return (
    <div className="space-y-3">
      {card?.allergies ? (
        <p className="flex gap-2 rounded-card bg-wrong-tint p-3">
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-wrong" />
          <span className="min-w-0 whitespace-pre-line">
            <span className="font-semibold">{words.allergies}</span> {card.allergies}
          </span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {phone ? (
          <a href={dialLink(phone)} className={buttonLook('soft', 'numbers flex-1')}>
            <Phone aria-hidden className="size-5" />
            {phone}
          </a>
        ) : null}
        {email ? (
          <a href={`mailto:${email}`} className={buttonLook('plain', 'min-w-0')}>
            <Mail aria-hidden className="size-5 shrink-0" />
            <span className="truncate">{email}</span>
          </a>
        ) : null}
      </div>
      {card?.notes ? <p className="whitespace-pre-line text-soft">{card.notes}</p> : null}
      {formula ? (
        <p>
          <span className="text-small text-soft">{words.formula({ day: f.day(formula.mixedOn) })}</span>
          <span className="block whitespace-pre-line">{formula.formula}</span>
        </p>
      ) : null}
      {seen ? (
        <Link href={customerPath(salon.slug, customerId)} className={buttonLook('plain')}>
          <UserRound aria-hidden className="size-5" />
          {card ? words.cardWith({ n: card.visitCount }) : words.card}
        </Link>
      ) : null}
    </div>
  );
}
