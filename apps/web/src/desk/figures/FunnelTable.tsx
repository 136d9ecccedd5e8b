import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { FunnelRow } from './funnel-rows.ts';

const CELL = 'py-2 pl-2 text-right align-top tablet:pl-4';

/** A bar and its figures for each step: the bars are the same figures once more, for the eye. */
export function FunnelTable({ rows }: { readonly rows: readonly FunnelRow[] }) {
  const { t, f } = useDeskSpeech();
  return (
    <table className="numbers w-full">
      <caption className="sr-only">{t.figures.funnel}</caption>
      <thead className="text-small text-soft">
        <tr className="border-line border-b">
          <th scope="col" className="py-2 text-left align-top font-normal">
            {t.figures.step}
          </th>
          <th scope="col" className={`${CELL} font-normal`}>
            {t.figures.count}
          </th>
          <th scope="col" className={`${CELL} font-normal`}>
            {t.figures.share}
          </th>
          <th scope="col" className={`${CELL} font-normal`}>
            {t.figures.lost}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, count, share, lost }) => (
          <tr key={step} className="border-line border-b last:border-0">
            <th scope="row" className="w-1/2 py-2 text-left font-normal">
              {t.figures.steps[step]}
              <span aria-hidden className="mt-1 block h-2 overflow-hidden rounded-full bg-sunken">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${(share ?? 1) * 100}%` }} />
              </span>
            </th>
            <td className={`${CELL} font-semibold`}>{f.number(count)}</td>
            <td className={CELL}>{share === null ? '' : f.percent(share)}</td>
            <td className={`${CELL} text-soft`}>{lost === null ? '' : f.number(lost)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
