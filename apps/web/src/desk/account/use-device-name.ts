import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { deviceOf } from './device.ts';

/** Names a device as people would: "Chrome auf Windows". */
export function useDeviceName(): (userAgent: string | null) => string {
  const { t } = useDeskSpeech();
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent);
    return t.account.sessionDevice({
      browser: browser ?? t.account.unknownBrowser,
      system: system ?? t.account.unknownSystem,
    });
  };
}
