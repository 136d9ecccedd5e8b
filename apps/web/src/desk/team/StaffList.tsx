import type { StaffMember, TeamAnswer } from '@salon/contracts/desk/team';
import { Link } from 'wouter';
import { Panel } from '../../ui/Panel.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { SortableList } from '../../ui/SortableList.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPut } from '../lib/desk-http.ts';
import { staffPath } from '../lib/paths.ts';
import { useSaving } from '../set-up/use-saving.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { WeekText } from './WeekText.tsx';

/** Everybody who can be booked, in their order; whoever may changes it. */
export function StaffList({ team }: { readonly team: TeamAnswer }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const ordering = useSaving<string[], void>({
    send: (ids) => deskPut(`/api/desk/${salon.id}/team/order`, { ids }),
  });
  const items = team.staff.map((staff) => ({ id: staff.id, name: staff.profile.name, staff }));
  const href = ({ id }: { id: string }) => staffPath(salon.slug, id);
  const render = ({ staff }: { staff: StaffMember }) => <StaffLine staff={staff} today={team.today} />;
  return (
    <Panel title={t.team.everybody} {...(can('changeTeam') ? { description: t.team.orderMore } : {})}>
      {ordering.error ? <DeskProblemNotice error={ordering.error} /> : null}
      {can('changeTeam') ? (
        <SortableList
          label={t.team.title}
          items={items}
          onOrder={ordering.save}
          render={render}
          href={href}
          handle={(name) => t.setUp.handle({ name })}
        />
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <Link href={href(item)} className="-mx-2 block rounded-card px-2 py-2 hover:bg-sunken">
                {render(item)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function StaffLine({ staff, today }: { readonly staff: StaffMember; readonly today: string }) {
  const { t, f } = useDeskSpeech();
  const { profile, weekly } = staff;
  const { activeFrom, activeUntil } = profile;
  const gone = activeUntil !== null && activeUntil < today;
  return (
    <div className="flex items-center gap-3">
      <span
        aria-hidden
        className="w-1.5 shrink-0 self-stretch rounded-full bg-line"
        style={profile.colour === null ? {} : { backgroundColor: profile.colour }}
      />
      <Portrait name={profile.name} src={staff.photoUrl} shape="round" className="size-11 text-small" />
      <div className={gone ? 'min-w-0 text-soft' : 'min-w-0'}>
        <p>
          <span className="font-semibold">{profile.name}</span>
          {profile.title ? <span className="text-soft"> · {profile.title}</span> : null}
        </p>
        <p className="text-small text-soft">
          {gone ? (
            t.team.gone({ date: f.day(activeUntil) })
          ) : (
            <>
              {activeFrom !== null && activeFrom > today ? `${t.team.from({ date: f.day(activeFrom) })} · ` : null}
              <WeekText weekly={weekly} today={today} />
              {activeUntil === null ? null : ` · ${t.team.until({ date: f.day(activeUntil) })}`}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
