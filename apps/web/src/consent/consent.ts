import { memory } from '../lib/local-memory.ts';

/**
 * What a visitor has agreed to, in this browser. Nothing that needs her leave (recording a visit, counting what people do)
 * is loaded or kept before she has said yes, and she can take it back.
 */
export type Consent = {
  readonly answer: 'yes' | 'no';
  /** When she said so, as an ISO instant: what was asked may change, and is then asked again. */
  readonly at: string;
  /** With a yes, once somebody asked for it: under which random number she is measured. */
  readonly visitor?: string;
};

/** Under which it is kept; a new question gets a new number. */
export const CONSENT_KEY = 'consent-1';
const CHANGED = 'salon:consent';

const kept = memory<Consent>(() => localStorage, CONSENT_KEY);

/** What she said; undefined: she has not been asked, or has not answered, which is no. */
export function consent(): Consent | undefined {
  const found = kept.read();
  return found?.answer === 'yes' || found?.answer === 'no' ? found : undefined;
}

/**
 * The random number under which she is measured; undefined: she does not agree. Ours, so that what she does and what she books
 * have it in common before anything that measures is loaded. It lives and dies with her answer, in all her windows.
 */
export function agreedVisitor(): string | undefined {
  const found = consent();
  if (found?.answer !== 'yes') return undefined;
  const visitor = found.visitor ?? crypto.randomUUID();
  if (found.visitor === undefined) kept.write({ ...found, visitor });
  return visitor;
}

/**
 * Whether a browser says that its owner does not want to be tracked, by Global Privacy Control or Do Not Track: an objection by
 * automated means (Art. 21(5) GDPR; docs/data-protection.md). She is not asked then; a yes of her own counts all the same.
 */
export const objectsToTracking = (browser: {
  readonly globalPrivacyControl?: boolean;
  readonly doNotTrack?: string | null;
}) => browser.globalPrivacyControl === true || browser.doNotTrack === '1';

/** Keeps her answer, and tells all who wait for one. */
export function answerConsent(answer: Consent['answer'], now: Date = new Date()): void {
  kept.write({ answer, at: now.toISOString() });
  dispatchEvent(new Event(CHANGED));
}

/** Whether she agrees, now and whenever that changes, here or in another of her windows. Returns what ends it. */
export function whileConsenting(heard: (agrees: boolean) => void): () => void {
  let agreed: boolean | undefined;
  const tell = () => {
    const agrees = consent()?.answer === 'yes';
    if (agrees !== agreed) heard(agrees);
    agreed = agrees;
  };
  const ofOthers = ({ key }: StorageEvent) => {
    if (key === CONSENT_KEY || key === null) tell();
  };
  addEventListener(CHANGED, tell);
  addEventListener('storage', ofOthers);
  tell();
  return () => {
    removeEventListener(CHANGED, tell);
    removeEventListener('storage', ofOthers);
  };
}
