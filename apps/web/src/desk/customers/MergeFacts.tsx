import type { MergeSide } from '@salon/contracts/desk/customers';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** What stands on a card, or will. */
export function MergeFacts({ side }: { readonly side: Omit<MergeSide, 'id' | 'version'> }) {
  const { t } = useDeskSpeech();
  const { merge: words, fields, marks } = t.customers;
  const counts = [
    words.visits({ n: side.visits }),
    ...(side.upcoming > 0 ? [words.upcoming({ n: side.upcoming })] : []),
    ...(side.noShows > 0 ? [words.noShows({ n: side.noShows })] : []),
    ...(side.formulas > 0 ? [words.formulas({ n: side.formulas })] : []),
    ...(side.blocked ? [marks.blocked] : []),
  ];
  const lines = [
    [fields.email, side.email],
    [fields.phone, side.phone],
    [fields.allergies, side.allergies],
    [fields.notes, side.notes],
  ] as const;
  return (
    <div className="space-y-3">
      <div>
        <p className="font-semibold">{side.name}</p>
        <p className="numbers text-small text-soft">{counts.join(' · ')}</p>
      </div>
      <dl className="space-y-2">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt className="text-small text-soft">{label}</dt>
            <dd className="numbers whitespace-pre-line break-words">{value ?? words.nobody}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
