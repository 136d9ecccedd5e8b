import type { GapsAnswer } from '@salon/contracts/desk/calendar';
import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { wallClock } from '../../lib/dates.ts';
import { dialLink } from '../../lib/dial-link.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonLook } from '../../ui/button-look.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { span } from '../visit/visit-words.ts';

/** So many services say enough about what would fit. */
const NAMED = 3;
/** So many are called before one tries something else. */
const CALLED = 3;

/** One free stretch. */
export function GapCard(props: {
  readonly gap: GapsAnswer['gaps'][number];
  readonly catalogue: CatalogueAnswer | undefined;
  readonly onFill: () => void;
  readonly onOpen: (visitId: string) => void;
  readonly onPull: (visitId: string) => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon, can } = useDesk();
  const { gap, catalogue } = props;
  const [all, setAll] = useState(false);
  const callable = all ? gap.couldCome : gap.couldCome.slice(0, CALLED);
  const staff = catalogue?.staff.find(({ id }) => id === gap.staffId)?.name ?? '';
  const names = gap.fits.flatMap((id) => catalogue?.services.find((service) => service.id === id)?.name ?? []);
  const wallTime = (instant: string) => wallClock(salon.timezone, Date.parse(instant)).time;
  const time = span(f, salon.timezone, gap);
  return (
    <li className="space-y-2 rounded-card border border-line p-3">
      <p>
        <span className="numbers block font-semibold">{time}</span>
        <span className="block text-small text-soft">{t.gaps.with({ time: f.duration(gap.minutes), staff })}</span>
      </p>
      {names.length > 0 ? (
        <p className="text-small">
          {t.gaps.fits({ names: f.all(names.slice(0, NAMED)) })}
          {names.length > NAMED ? t.gaps.more({ n: names.length - NAMED }) : null}
        </p>
      ) : null}
      {can('changeVisits') ? (
        <Button look="soft" onPress={props.onFill} aria-label={t.gaps.fillAt({ time, staff })}>
          {t.gaps.fill}
        </Button>
      ) : null}
      {gap.couldCome.length > 0 ? (
        <div className="space-y-1">
          <p className="text-small text-soft">{t.gaps.couldCome}</p>
          <ul>
            {callable.map(({ visitId, name, phone, startsAt }) => (
              <li key={visitId} className="flex flex-wrap items-center justify-between gap-x-3 text-small">
                <Button
                  look="plain"
                  className="basis-full justify-start text-start"
                  onPress={() => props.onOpen(visitId)}
                >
                  {t.gaps.somebody({ name, time: f.time(wallTime(startsAt)) })}
                </Button>
                {phone ? (
                  <a
                    href={dialLink(phone)}
                    className={buttonLook('plain', 'numbers shrink-0 whitespace-nowrap')}
                    aria-label={t.gaps.call({ name, phone })}
                  >
                    <Phone aria-hidden className="size-5" />
                    {phone}
                  </a>
                ) : null}
                {can('changeVisits') ? (
                  <Button
                    look="soft"
                    className="ml-auto"
                    onPress={() => props.onPull(visitId)}
                    aria-label={t.gaps.pullTo({ name, time: f.time(wallTime(gap.startsAt)) })}
                  >
                    {t.gaps.pull}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          {callable.length < gap.couldCome.length ? (
            <Button look="plain" className="text-small" onPress={() => setAll(true)}>
              {t.gaps.moreCould({ n: gap.couldCome.length - callable.length })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
