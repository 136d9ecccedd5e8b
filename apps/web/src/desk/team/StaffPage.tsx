import type { StaffMember, TeamAnswer } from '@salon/contracts/desk/team';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { Link, useSearchParams } from 'wouter';
import { Heading } from '../../ui/Heading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { teamPath } from '../lib/paths.ts';
import { catalogueQuery, teamQuery } from '../set-up/set-up.queries.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { OtherDays } from './OtherDays.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { SkillsForm } from './SkillsForm.tsx';
import { WeekForm } from './WeekForm.tsx';
import { WeekText } from './WeekText.tsx';

const VIEWS = ['profile', 'hours', 'days', 'skills'] as const;

/** One of the team: who she is, when she works, what she does. */
export function StaffPage({ staffId }: { readonly staffId: string }) {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const { data } = useSuspenseQuery(teamQuery(salon.id));
  const staff = data.staff.find(({ id }) => id === staffId);
  return (
    <DeskPage title={staff?.profile.name ?? t.team.title}>
      <Link
        href={teamPath(salon.slug)}
        className="-mx-2 inline-flex min-h-11 items-center gap-1 rounded-card px-2 font-semibold text-accent-ink"
      >
        <ChevronLeft aria-hidden className="size-5" />
        {t.team.title}
      </Link>
      {staff ? (
        <>
          <div className="flex items-center gap-4">
            <Portrait name={staff.profile.name} src={staff.photoUrl} shape="round" className="size-14" />
            <div className="min-w-0">
              <Heading>{staff.profile.name}</Heading>
              {staff.profile.title ? <p className="text-soft">{staff.profile.title}</p> : null}
            </div>
          </div>
          {can('changeTeam') ? <Forms staff={staff} team={data} /> : <ToRead staff={staff} today={data.today} />}
        </>
      ) : (
        <Heading>{t.problems.staff_not_found}</Heading>
      )}
    </DeskPage>
  );
}

function Forms({ staff, team }: { readonly staff: StaffMember; readonly team: TeamAnswer }) {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(salon.id));
  const [search, setSearch] = useSearchParams();
  const chosen = VIEWS.find((view) => view === search.get('view')) ?? 'profile';
  const props = { staff, today: team.today };
  const contents = {
    profile: <ProfileForm {...props} />,
    hours: <WeekForm {...props} />,
    days: <OtherDays {...props} />,
    skills: <SkillsForm {...props} catalogue={catalogue} />,
  };
  return (
    <Tabs
      label={t.team.views}
      chosen={chosen}
      onChoose={(view) => setSearch({ view }, { replace: true })}
      tabs={VIEWS.map((id) => ({ id, title: t.team[id], content: contents[id] }))}
    />
  );
}

function ToRead({ staff, today }: { readonly staff: StaffMember; readonly today: string }) {
  const { t } = useDeskSpeech();
  return (
    <Panel title={t.team.hours} description={t.team.reader}>
      <p>
        <WeekText weekly={staff.weekly} today={today} />
      </p>
      <p className="text-soft">{t.team.services({ n: staff.offers.length })}</p>
    </Panel>
  );
}
