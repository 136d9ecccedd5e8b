import type { CustomerCard, MergePreview } from '@salon/contracts/desk/customers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPost } from '../lib/desk-http.ts';
import { customerPath, mergePath } from '../lib/paths.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { customersKey, customersUrl, mergeQuery } from './customers.queries.ts';
import { MergeChoice } from './MergeChoice.tsx';
import { MergeFacts } from './MergeFacts.tsx';

/** Both cards side by side, what can be chosen of them, and the one that they become. */
export function MergeReview(props: { readonly keeps: string; readonly goes: string; readonly onOther: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data, error, refetch } = useQuery(mergeQuery(salon.id, props.keeps, props.goes));
  if (error) {
    return (
      <DeskProblemNotice error={error} retry={() => void refetch()}>
        <Button look="soft" onPress={props.onOther}>
          {t.customers.merge.other}
        </Button>
      </DeskProblemNotice>
    );
  }
  if (!data) return <Waiting className="h-64" />;
  return <Review preview={data} onOther={props.onOther} />;
}

type Side = 'keeps' | 'goes';
const FIELDS = ['name', 'email', 'phone'] as const;
type Field = (typeof FIELDS)[number];

function Review({ preview, onOther }: { readonly preview: MergePreview; readonly onOther: () => void }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { keeps, goes } = preview;
  const words = t.customers.merge;
  const [chosen, setChosen] = useState<Record<Field, Side>>({
    name: 'keeps',
    email: keeps.email === null ? 'goes' : 'keeps',
    phone: keeps.phone === null ? 'goes' : 'keeps',
  });
  const result = { ...preview.result };
  for (const field of FIELDS) Object.assign(result, { [field]: preview[chosen[field]][field] });
  const merging = useMutation({
    mutationFn: () =>
      deskPost<CustomerCard>(customersUrl(salon.id, `/${keeps.id}/merge`), {
        ...{ otherId: goes.id, version: keeps.version, otherVersion: goes.version },
        ...{ name: result.name, emailOf: chosen.email, phone: result.phone },
      }),
    onSuccess: (card) => {
      showToast({ text: words.done });
      navigate(customerPath(salon.slug, card.id), { replace: true });
      queries.removeQueries({ queryKey: customersKey(salon.id) });
      void queries.invalidateQueries({ queryKey: ['desk', salon.id] });
    },
  });
  const differing = FIELDS.filter(
    (field) => keeps[field] !== null && goes[field] !== null && keeps[field] !== goes[field],
  );
  return (
    <div className="space-y-6">
      <div className="grid items-start gap-4 tablet:grid-cols-2">
        <Panel title={words.keeps}>
          <MergeFacts side={keeps} />
        </Panel>
        <Panel title={words.goes}>
          <MergeFacts side={goes} />
        </Panel>
      </div>
      <div className="flex flex-wrap gap-3">
        <LinkButton look="soft" href={`${mergePath(salon.slug, goes.id)}?${new URLSearchParams({ other: keeps.id })}`}>
          <ArrowLeftRight aria-hidden className="size-5" />
          {words.swap}
        </LinkButton>
        <Button look="soft" onPress={onOther}>
          {words.other}
        </Button>
      </div>
      {differing.length > 0 ? (
        <Panel title={words.choose}>
          {differing.map((field) => (
            <MergeChoice
              key={field}
              label={t.customers.fields[field]}
              values={{ keeps: keeps[field] ?? '', goes: goes[field] ?? '' }}
              chosen={chosen[field]}
              onChoose={(side) => setChosen({ ...chosen, [field]: side })}
            />
          ))}
        </Panel>
      ) : null}
      <Panel title={words.result}>
        <MergeFacts side={result} />
        {keeps.email !== null && goes.email !== null ? <p className="text-soft">{words.addresses}</p> : null}
        <p className="font-semibold">{words.final}</p>
        {merging.error ? <DeskProblemNotice error={merging.error} /> : null}
        <div className="flex flex-wrap justify-end gap-3">
          <LinkButton look="soft" href={customerPath(salon.slug, keeps.id)}>
            {t.shell.cancel}
          </LinkButton>
          <Button look="danger" onPress={() => merging.mutate()} isPending={merging.isPending}>
            {words.confirm}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
