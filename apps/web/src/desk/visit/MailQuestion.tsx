import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import type { Question } from './questions.ts';
import { dayAndTime, staffOf, whoOf } from './visit-words.ts';

/** Whether a customer hears of a visit that was moved. */
export function MailQuestion({ question }: { readonly question: Extract<Question, { kind: 'mail' }> }) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { visit, answer } = question;
  const words = t.visit.mail;
  return (
    <Dialog isOpen onClose={() => answer(null)} title={words.title} close={t.shell.close}>
      <p>
        {words.text({
          name: whoOf(t, visit),
          when: dayAndTime(f, salon.timezone, visit.startsAt),
          staff: staffOf(f, visit),
        })}
      </p>
      <div className="flex flex-col gap-3">
        <Button autoFocus onPress={() => answer(true)}>
          {words.send}
        </Button>
        <Button look="soft" onPress={() => answer(false)}>
          {words.quiet}
        </Button>
        <Button look="plain" onPress={() => answer(null)}>
          {words.back}
        </Button>
      </div>
    </Dialog>
  );
}
