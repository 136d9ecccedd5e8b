import { usePageTitle } from '../../app/page-title.ts';
import { managePath, salonPath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AddToCalendar } from '../booking/AddToCalendar.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import { Hindered } from './Hindered.tsx';
import { moment } from './moment.ts';
import { possible, standingOf } from './standing.ts';
import { VisitFacts } from './VisitFacts.tsx';
import { VisitTime } from './VisitTime.tsx';
import { MOVE, type News, queryOf } from './view.ts';
import type { Visit } from './visit.queries.ts';

/** A visit as it stands, with what can be done with it. */
export function SeeVisit(props: { readonly token: string; readonly visit: Visit; readonly news: News | null }) {
  const { token, visit, news } = props;
  const { booking, salon } = visit;
  const { t, f } = useSpeech();
  const standing = standingOf(visit, Date.now());
  const can = possible(visit, Date.now());
  const isVoid = standing === 'cancelled' || standing === 'lapsed';
  const isMoved = news === 'moved' && can.calendar;
  const title = isMoved ? t.manage.movedTitle : t.manage.titles[standing];
  const more = isMoved ? t.manage.movedMore({ email: booking.customer.email }) : t.manage.more[standing];
  const until = { moment: moment(f, salon.timezone, visit.cancellableUntil) };
  usePageTitle(`${title} · ${salon.name}`);
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8 py-4 desk:max-w-none desk:grid-cols-[minmax(0,1fr)_21rem] desk:gap-x-12">
      <div className="space-y-6">
        {news === 'changed' ? (
          <Notice tone="info" title={t.manage.changedTitle}>
            <p>{t.manage.changedMore}</p>
          </Notice>
        ) : null}
        <div className="space-y-3">
          <Heading size="body">{title}</Heading>
          <VisitTime visit={visit} void={isVoid} />
          {more ? <p className="break-words">{more}</p> : null}
        </div>
        <VisitFacts visit={visit} void={isVoid} />
      </div>
      <div className="space-y-8 desk:pt-9">
        <Hindered visit={visit} hindrance={can.hindrance} />
        <div className="space-y-3 empty:hidden">
          {can.move ? (
            <LinkButton href={managePath(token, queryOf(MOVE))} look={isMoved ? 'soft' : 'solid'} className="w-full">
              {t.manage.move}
            </LinkButton>
          ) : null}
          {can.cancel ? (
            <LinkButton href={managePath(token, 'cancel')} look="soft" className="w-full">
              {t.manage.cancel}
            </LinkButton>
          ) : null}
          {can.cancel ? (
            <p className="text-small text-soft">{can.move ? t.manage.until(until) : t.manage.cancelUntil(until)}</p>
          ) : null}
          {can.again ? (
            <LinkButton href={salonPath(salon.slug, servicesQuery(booking))} className="w-full">
              {standing === 'past' ? t.manage.again : t.manage.bookNew}
            </LinkButton>
          ) : null}
          {standing === 'begun' || standing === 'missed' ? <CallSalon phone={salon.phone} /> : null}
        </div>
        {can.calendar ? (
          <AddToCalendar
            token={token}
            booking={booking}
            salon={salon}
            hint={isMoved ? t.manage.movedCalendar : undefined}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The same services once more. */
function servicesQuery({ items }: Visit['booking']): string {
  return `service=${[...new Set(items.map(({ serviceId }) => serviceId))].join(',')}`;
}
