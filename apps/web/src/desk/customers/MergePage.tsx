import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { customerPath } from '../lib/paths.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { CustomerPicker } from './CustomerPicker.tsx';
import { customerQuery } from './customers.queries.ts';
import { MergeReview } from './MergeReview.tsx';

/** Makes one card of two: first the other one is found, then both are looked at side by side. */
export function MergePage({ id }: { readonly id: string }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data: card } = useSuspenseQuery(customerQuery(salon.id, id));
  const [params, setParams] = useSearchParams();
  const other = params.get('other');
  const words = t.customers.merge;
  return (
    <DeskPage title={words.title}>
      <LinkButton href={customerPath(salon.slug, card.id)} look="plain">
        <ArrowLeft aria-hidden className="size-5" />
        {card.name}
      </LinkButton>
      <Heading>{words.title}</Heading>
      {other === null ? (
        <div className="max-w-xl space-y-3">
          <p>{words.intro({ name: card.name })}</p>
          <CustomerPicker
            label={words.search}
            newOnes={false}
            value={null}
            onChange={(picked) => {
              if (picked?.kind === 'card' && picked.customer.id !== card.id) setParams({ other: picked.customer.id });
            }}
          />
        </div>
      ) : (
        <MergeReview key={`${card.id} ${other}`} keeps={card.id} goes={other} onOther={() => setParams({})} />
      )}
    </DeskPage>
  );
}
