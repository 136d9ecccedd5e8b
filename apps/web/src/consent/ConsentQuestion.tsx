import { useId, useState } from 'react';
import { useSpeech } from '../i18n/Speech.tsx';
import { type MeasuredSalon, useLearning } from '../learning/use-learning.ts';
import { mayRecord } from '../reports/reports.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { answerConsent, type Consent, consent, objectsToTracking } from './consent.ts';

/**
 * Whether a visitor may be measured: asked in the foot of the page, in nobody's way, with two answers that weigh the same.
 * Her answer can be changed in the same place, on every page. `asks`: here she is asked of our own accord,
 * unless her browser has said no for her.
 */
export function ConsentQuestion({ salon, asks }: { readonly salon: MeasuredSalon; readonly asks: boolean }) {
  useLearning(salon);
  const { t } = useSpeech();
  const [answer, setAnswer] = useState(() => consent()?.answer);
  const [open, setOpen] = useState(asks && answer === undefined && !objectsToTracking(navigator));
  /** The button takes the place of the two that were pressed, and their focus with it. */
  const [said, setSaid] = useState(false);
  const title = useId();

  function say(wish: Consent['answer']) {
    answerConsent(wish);
    setAnswer(wish);
    setSaid(true);
    setOpen(false);
    announce(t.shell.measuring.noted);
  }

  if (!open) {
    if (answer === undefined && !asks) return null;
    return (
      <Button look="plain" className="text-small" autoFocus={said} onPress={() => setOpen(true)}>
        {answer === 'yes' ? t.shell.measuring.allowed : t.shell.measuring.notAllowed}
      </Button>
    );
  }
  return (
    <section
      aria-labelledby={title}
      className="my-2 max-w-2xl space-y-3 rounded-card border border-line bg-surface p-4"
    >
      <h2 id={title} className="font-semibold">
        {t.shell.measuring.title}
      </h2>
      <p className="text-small text-soft">{t.shell.measuring.more}</p>
      {mayRecord() ? <p className="text-small text-soft">{t.shell.measuring.recorded}</p> : null}
      <div className="grid gap-3 tablet:grid-cols-2">
        <Button look="soft" onPress={() => say('no')}>
          {t.shell.measuring.no}
        </Button>
        <Button look="soft" onPress={() => say('yes')}>
          {t.shell.measuring.yes}
        </Button>
      </div>
    </section>
  );
}
