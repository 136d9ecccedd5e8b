import { type ReactNode, useState } from 'react';
import type { LocalDate } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useVisitWrites } from '../visit/use-visit-writes.ts';
import { useWriting } from '../visit/use-writing.ts';
import { WritingState } from '../visit/WritingState.tsx';
import { chosen, type IllVisit, wordOf } from './choice.ts';
import { IllLine } from './IllLine.tsx';

/** What becomes of each visit of somebody who is ill: the best is chosen already; one button does it all. */
export function IllVisits(props: {
  readonly who: { readonly id: string; readonly name: string };
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly about: ReactNode;
  readonly visits: readonly IllVisit[];
  readonly nameOf: (staffId: string) => string;
  readonly onClose: () => void;
}) {
  const { t } = useDeskSpeech();
  const { who, from, to, visits, onClose } = props;
  const writes = useVisitWrites();
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map());
  const hasAddress = visits.some(({ visit }) => visit.email !== null);
  const [mail, setMail] = useState(true);
  const choices = chosen(visits, words);
  const writing = useWriting(
    () => writes.reportIll({ staffId: who.id, from, to, choices, notify: mail && hasAddress }, who.name),
    onClose,
  );
  return (
    <SidePanel
      title={t.ill.title}
      close={t.shell.close}
      onClose={onClose}
      foot={
        <>
          <WritingState writing={writing} />
          <Button className="flex-1" onPress={writing.send} isPending={writing.isPending}>
            {writing.isPending ? t.ill.doing : t.ill.do({ n: visits.length })}
          </Button>
        </>
      }
    >
      {props.about}
      <section className="space-y-3">
        {visits.length === 0 ? (
          <p className="text-soft">{t.ill.noVisits({ name: who.name })}</p>
        ) : (
          <h3 className="font-semibold">{t.ill.visits({ n: visits.length })}</h3>
        )}
        <ul className="space-y-3">
          {visits.map((one, index) => {
            const choice = choices[index];
            return (
              <IllLine
                key={one.visit.id}
                one={one}
                word={choice ? wordOf(choice) : 'keep'}
                nameOf={props.nameOf}
                onChoose={(word) => setWords(new Map(words).set(one.visit.id, word))}
              />
            );
          })}
        </ul>
      </section>
      {hasAddress ? (
        <Checkbox label={t.ill.mail} description={t.ill.mailMore} checked={mail} onChange={setMail} />
      ) : null}
    </SidePanel>
  );
}
