import { wallClock } from '../../lib/dates.ts';
import { Select } from '../../ui/Select.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { dayAndTime, whoOf } from '../visit/visit-words.ts';
import { choicesOf, type IllChoice, type IllVisit, isSameDay, wordOf } from './choice.ts';

/** One visit, and what shall become of it. */
export function IllLine(props: {
  readonly one: IllVisit;
  readonly word: string;
  readonly nameOf: (staffId: string) => string;
  readonly onChoose: (word: string) => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { one, nameOf } = props;
  const { visit } = one;
  const name = whoOf(t, visit);
  const say = (choice: IllChoice): string => {
    switch (choice.do) {
      case 'give':
        return t.ill.choices.give({ staff: nameOf(choice.staffId) });
      case 'move': {
        const { date, time } = wallClock(salon.timezone, Date.parse(choice.startsAt));
        if (isSameDay(choice.startsAt, visit.startsAt)) {
          return t.ill.choices.moveToday({ time: f.time(time), staff: nameOf(choice.staffId) });
        }
        return t.ill.choices.move({ when: `${f.day(date)}, ${f.time(time)}` });
      }
      default:
        return t.ill.choices[choice.do];
    }
  };
  return (
    <li className="space-y-2 rounded-card border border-line p-3">
      <p>
        <span className="block font-semibold">{name}</span>
        <span className="numbers block text-small text-soft">
          {dayAndTime(f, salon.timezone, visit.startsAt)}
          {'\u00a0· '}
          {visit.items.map(({ service }) => service).join(', ')}
        </span>
      </p>
      <Select
        label={t.ill.whatNow({ name })}
        options={choicesOf(one).map((choice) => ({
          value: wordOf(choice),
          text: say(choice),
          ...(choice.do === 'move' && !isSameDay(choice.startsAt, visit.startsAt)
            ? { more: t.ill.with({ staff: nameOf(choice.staffId) }) }
            : {}),
        }))}
        value={props.word}
        onChange={props.onChoose}
      />
    </li>
  );
}
