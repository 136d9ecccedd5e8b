import type { SalonAnswer } from '@salon/contracts/salon';
import { Clock, MapPin } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { LanguageSwitch } from '../salon/LanguageSwitch.tsx';
import { openingText } from '../salon/opening-text.ts';
import { openingToday } from '../salon/opening-today.ts';
import { addressLine, mapLink } from '../salon/salon-card.ts';

/** Who the salon is: logo and name, where, and how long today. */
export function SalonHead({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { salon } = page;
  const address = addressLine(salon);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 pt-1 tablet:gap-y-0">
      <Portrait
        name={salon.name}
        src={salon.logoUrl}
        shape="square"
        className="size-14 text-body tablet:row-span-2 tablet:size-18"
      />
      <div className="flex items-start justify-between gap-3">
        <Heading className="min-w-0 self-center tablet:self-start">{salon.name}</Heading>
        <LanguageSwitch />
      </div>
      <div className="max-tablet:col-span-2">
        {salon.description ? (
          <p lang={salon.locale} className="max-w-2xl text-soft">
            {salon.description}
          </p>
        ) : null}
        <ul className="flex flex-wrap gap-x-6 text-small text-soft">
          {address ? (
            <li>
              <a
                href={mapLink(salon)}
                target="_blank"
                rel="noreferrer"
                aria-label={t.shell.onTheMap({ address })}
                className="flex min-h-11 items-center gap-2 underline decoration-line underline-offset-4 hover:decoration-current"
              >
                <MapPin aria-hidden className="size-4 shrink-0" />
                <span>{address}</span>
              </a>
            </li>
          ) : null}
          <OpeningToday page={page} />
        </ul>
      </div>
    </div>
  );
}

function OpeningToday({ page }: { readonly page: SalonAnswer }) {
  const speech = useSpeech();
  if (page.openings.length === 0) return null;
  const today = openingToday(page, page.salon.timezone, Date.now());
  return (
    <li className="flex items-center gap-2">
      <Clock aria-hidden className="size-4 shrink-0" />
      <span className="numbers">{openingText(today, speech)}</span>
    </li>
  );
}
