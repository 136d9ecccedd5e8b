import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskPage } from '../shell/DeskPage.tsx';
import { AuditTrail } from './AuditTrail.tsx';

/** Everything that was changed in this salon. */
export function AuditPage() {
  const { t } = useDeskSpeech();
  return (
    <DeskPage title={t.audit.title}>
      <div>
        <Heading>{t.audit.title}</Heading>
        <p className="text-soft">{t.audit.more}</p>
      </div>
      <AuditTrail />
    </DeskPage>
  );
}
