import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import { Heading } from '../../ui/Heading.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { settingsPath } from '../lib/paths.ts';
import { OutsideNotice } from '../set-up/OutsideNotice.tsx';
import { settingsQuery } from '../set-up/set-up.queries.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { Closures } from './Closures.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { LegalForm } from './LegalForm.tsx';
import { LooksForm } from './LooksForm.tsx';
import { PauseForm } from './PauseForm.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { StatisticsForm } from './StatisticsForm.tsx';

const VIEWS = ['closures', 'pause', 'policy', 'details', 'looks', 'legal', 'statistics'] as const;

/** How the salon works and shows itself: what changes most often stands first. */
export function SettingsPage() {
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const { data } = useSuspenseQuery(settingsQuery(salon.id));
  const [, navigate] = useLocation();
  const { '*': rest } = useParams<{ '*': string }>();
  const chosen = VIEWS.find((view) => view === rest) ?? 'closures';
  const contents = {
    closures: <Closures settings={data} />,
    pause: <PauseForm settings={data} />,
    policy: <PolicyForm settings={data} />,
    details: <DetailsForm settings={data} />,
    looks: <LooksForm settings={data} />,
    legal: <LegalForm settings={data} />,
    statistics: <StatisticsForm settings={data} />,
  };
  return (
    <DeskPage title={t.settings.title}>
      <Heading>{t.settings.title}</Heading>
      <OutsideNotice />
      <Tabs
        label={t.settings.views}
        chosen={chosen}
        onChoose={(view) => navigate(settingsPath(salon.slug, view), { replace: true })}
        tabs={VIEWS.map((id) => ({ id, title: t.settings[id], content: contents[id] }))}
      />
    </DeskPage>
  );
}
