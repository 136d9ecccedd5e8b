import type { CustomerCard } from '@salon/contracts/desk/customers';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { customersPath } from '../lib/paths.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { CardDetails } from './CardDetails.tsx';
import { CardHead } from './CardHead.tsx';
import { customerQuery } from './customers.queries.ts';
import { Formulas } from './Formulas.tsx';
import { History } from './History.tsx';
import { NextVisit } from './NextVisit.tsx';

/** All that the salon knows of a customer; what matters on the telephone stands first. */
export function CardPage({ id }: { readonly id: string }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data: card } = useSuspenseQuery(customerQuery(salon.id, id));
  const [editing, setEditing] = useState(false);
  return (
    <DeskPage title={card.name}>
      <LinkButton href={customersPath(salon.slug)} look="plain">
        <ArrowLeft aria-hidden className="size-5" />
        {t.customers.card.back}
      </LinkButton>
      <CardHead card={card} onEdit={() => setEditing(true)} />
      <Warnings card={card} />
      <div className="grid items-start gap-6 desk:grid-cols-2">
        <div className="space-y-6">
          <NextVisit card={card} />
          <CardDetails key={card.id} card={card} editing={editing} onEdit={setEditing} />
          <Formulas card={card} />
        </div>
        <History card={card} />
      </div>
    </DeskPage>
  );
}

function Warnings({ card }: { readonly card: CustomerCard }) {
  const { t, f } = useDeskSpeech();
  const words = t.customers.card;
  return (
    <>
      {card.allergies ? (
        <Notice tone="wrong" title={words.allergies}>
          <p className="whitespace-pre-line">{card.allergies}</p>
        </Notice>
      ) : null}
      {card.blocked ? (
        <Notice tone="heed" title={words.blockedTitle}>
          <p>{words.blockedSince({ day: f.day(card.blocked.since.slice(0, 10)) })}</p>
          {card.blocked.reason ? <p>{words.blockedReason({ reason: card.blocked.reason })}</p> : null}
        </Notice>
      ) : null}
    </>
  );
}
