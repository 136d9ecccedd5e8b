import { useSuspenseQuery } from '@tanstack/react-query';
import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { OutsideNotice } from '../set-up/OutsideNotice.tsx';
import { teamQuery } from '../set-up/set-up.queries.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { NewStaffDialog } from './NewStaffDialog.tsx';
import { StaffList } from './StaffList.tsx';
import { TimeOffRequests } from './TimeOffRequests.tsx';

export function TeamOverview() {
  const { t } = useDeskSpeech();
  const { salon, can } = useDesk();
  const { data } = useSuspenseQuery(teamQuery(salon.id));
  const [adding, setAdding] = useState(false);
  const add = (
    <Button onPress={() => setAdding(true)}>
      <Plus aria-hidden className="size-5" />
      {t.team.add}
    </Button>
  );
  return (
    <DeskPage title={t.team.title}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading>{t.team.title}</Heading>
        {can('changeTeam') && data.staff.length > 0 ? add : null}
      </div>
      <OutsideNotice />
      {data.staff.length === 0 ? (
        <EmptyState icon={UsersRound} title={t.team.empty} text={t.team.emptyMore}>
          {can('changeTeam') ? add : null}
        </EmptyState>
      ) : (
        <StaffList team={data} />
      )}
      {can('requestTimeOff') ? <TimeOffRequests team={data} /> : null}
      <NewStaffDialog isOpen={adding} onClose={() => setAdding(false)} />
    </DeskPage>
  );
}
