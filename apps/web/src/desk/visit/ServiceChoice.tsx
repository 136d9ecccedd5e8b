import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { priceWith } from './draft.ts';
import { type Choice, choicesFor, type Opening, whoDoes } from './fitting.ts';

/** So many are looked through at a glance; more are searched. */
const AT_A_GLANCE = 7;

/** The services, those first that fit where the visit is to go; one tap chooses. */
export function ServiceChoice(props: {
  readonly catalogue: CatalogueAnswer;
  readonly opening: Opening;
  readonly onChoose: (serviceId: string, staffId: string) => void;
}) {
  const { t } = useDeskSpeech();
  const { catalogue, opening } = props;
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const { fits, others } = choicesFor(catalogue, opening, typed);
  const many = catalogue.services.length > AT_A_GLANCE;
  const shown = typed !== '' || all || !many;
  const words = t.visit.form;
  return (
    <div className="space-y-3">
      {many ? (
        <SearchField label={words.searchService} clear={words.clearSearch} value={typed} onChange={setTyped} />
      ) : null}
      <ChoiceList {...props} title={words.fits} choices={shown ? fits : fits.slice(0, AT_A_GLANCE)} />
      {shown ? <ChoiceList {...props} title={words.others} choices={others} /> : null}
      {shown || fits.length + others.length <= AT_A_GLANCE ? null : (
        <Button look="plain" onPress={() => setAll(true)}>
          {words.allServices}
        </Button>
      )}
      {fits.length + others.length === 0 ? <p className="text-soft">{words.noService}</p> : null}
    </div>
  );
}

function ChoiceList(props: {
  readonly catalogue: CatalogueAnswer;
  readonly opening: Opening;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (serviceId: string, staffId: string) => void;
}) {
  const { f } = useDeskSpeech();
  const { catalogue, opening, choices } = props;
  if (choices.length === 0) return null;
  return (
    <section className="space-y-1">
      <h4 className="text-small text-soft">{props.title}</h4>
      <ul className="overflow-hidden rounded-card border border-line">
        {choices.map(({ service, minutes }) => {
          const staffId = whoDoes(service, opening.staffId) ?? '';
          const price = priceWith(catalogue, service.id, staffId);
          return (
            <li key={service.id} className="border-line border-b last:border-b-0">
              <AriaButton
                onPress={() => props.onChoose(service.id, staffId)}
                className="flex min-h-12 w-full cursor-pointer items-center gap-3 bg-surface px-3 py-2 text-left hover:bg-sunken data-focus-visible:-outline-offset-3"
              >
                <Plus aria-hidden className="size-5 shrink-0 text-accent-ink" />
                <span className="min-w-0 flex-1 font-semibold">{service.name}</span>
                <span className="numbers shrink-0 text-right text-small text-soft">
                  {f.duration(minutes)}
                  {price === undefined ? null : ` · ${f.price(price, catalogue.currency)}`}
                </span>
              </AriaButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
