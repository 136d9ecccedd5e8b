import { Download } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** The codes for the day the phone is gone: shown this once, to be kept elsewhere. */
export function RecoveryCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { t } = useDeskSpeech();
  return (
    <div className="space-y-4">
      <h3 className="font-semibold">{t.account.codesTitle}</h3>
      <p className="text-soft">{t.account.codesMore}</p>
      <ul
        aria-label={t.account.codesTitle}
        className="numbers grid grid-cols-2 gap-x-6 gap-y-1 rounded-card bg-sunken p-4 font-semibold"
      >
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button look="soft" onPress={() => save(t.account.codesFile, props.codes)}>
          <Download aria-hidden className="size-5" />
          {t.account.codesDownload}
        </Button>
        <Button onPress={props.onKept}>{t.account.codesKept}</Button>
      </div>
    </div>
  );
}

function save(name: string, codes: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
