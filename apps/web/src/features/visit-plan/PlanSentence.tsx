import { useSpeech } from '../../i18n/Speech.tsx';
import { developsFor, type PlannedItem } from './visit-plan.ts';

/** One service of a visit to the ear: "9:00 bis 10:15 Uhr: Färben bei Anna, darin ab 9:30 Uhr 30 Minuten Einwirkzeit." */
export function PlanSentence(props: {
  readonly item: PlannedItem;
  readonly clock: (at: number) => string;
  readonly lang: string;
  readonly inside?: boolean;
}) {
  const { item, clock, lang, inside = false } = props;
  const { t, f } = useSpeech();
  const develops = item.stretches.find(({ kind }) => kind === 'processing');
  return (
    <>
      <span className="sr-only">
        {t.visit.from({ from: f.clock(clock(item.from)), to: f.time(clock(item.to)) })}
        {inside ? `, ${t.visit.meanwhile}` : ''}: <span lang={lang}>{item.service}</span>
        {item.staff === null ? '' : t.visit.by({ name: item.staff })}
        {develops
          ? t.visit.developsFrom({ time: f.longDuration(developsFor(item)), from: f.time(clock(develops.from)) })
          : ''}
        .
      </span>
      {item.inside.map((one, index) => (
        <PlanSentence key={index} item={one} clock={clock} lang={lang} inside />
      ))}
    </>
  );
}
