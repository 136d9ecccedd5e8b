import type { DeskVisit } from '@salon/contracts/desk/visit';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { useVisitWrites } from './use-visit-writes.ts';
import { span } from './visit-words.ts';

/** Makes two visits of one: those services that are ticked become one of their own. */
export function SplitVisit(props: {
  readonly visit: DeskVisit;
  readonly onBack: () => void;
  readonly onClose: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const writes = useVisitWrites();
  const { visit } = props;
  const [positions, setPositions] = useState<readonly number[]>([]);
  const words = t.visit.panel;
  const some = positions.length > 0 && positions.length < visit.items.length;
  return (
    <SidePanel title={words.splitTitle} close={t.shell.close} onClose={props.onClose}>
      <p className="text-soft">{words.splitMore}</p>
      <ul>
        {visit.items.map(({ position, service, staff, ...item }) => (
          <li key={position}>
            <Checkbox
              label={service}
              description={`${span(f, salon.timezone, item)} · ${staff}`}
              checked={positions.includes(position)}
              onChange={(on) =>
                setPositions(on ? [...positions, position] : positions.filter((one) => one !== position))
              }
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          className="flex-1"
          isDisabled={!some}
          onPress={() => {
            props.onBack();
            void writes.split(visit, positions);
          }}
        >
          {words.splitDo}
        </Button>
        <Button look="soft" className="flex-1" onPress={props.onBack}>
          {t.shell.back}
        </Button>
      </div>
    </SidePanel>
  );
}
