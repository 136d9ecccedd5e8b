import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { AuditTrail } from '../audit/AuditTrail.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';

/** Who changed what of a visit; read only when somebody asks. */
export function VisitHistory({ visitId }: { readonly visitId: string }) {
  const { t } = useDeskSpeech();
  const { can } = useDesk();
  const [open, setOpen] = useState(false);
  const list = useId();
  if (!can('seeAudit')) return null;
  return (
    <div>
      <Button look="plain" aria-expanded={open} aria-controls={list} onPress={() => setOpen(!open)}>
        {t.visit.panel.history}
        <ChevronDown aria-hidden className={classes('size-5', open && 'rotate-180')} />
      </Button>
      <div id={list} hidden={!open}>
        {open ? <AuditTrail visitId={visitId} /> : null}
      </div>
    </div>
  );
}
