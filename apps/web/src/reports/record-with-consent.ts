import { whileConsenting } from '../consent/consent.ts';

/** What records, as the library has it. It sends what is left when it stops, unless told `flush: false`. */
export type Recorder = { start(): void; startBuffering(): void; stop(how: { readonly flush: boolean }): unknown };

/**
 * Lets a page be recorded while its visitor agrees, and not before. `make` loads what records; `first` begins with it, once:
 * the library takes one in a page's life, and whoever agrees again gets the same. `sessions` is the share of visits recorded
 * from the beginning; of others the last minute before an error is.
 */
export function recordWithConsent<R extends Recorder>(
  sessions: number,
  { make, first }: { readonly make: () => Promise<R>; readonly first: (recorder: R) => void },
): void {
  let making: Promise<R> | undefined;
  let running: R | undefined;
  let agreed = false;
  function begin(made: R): void {
    // She may have thought better of it while it was loaded, or agreed twice.
    if (!agreed || running !== undefined) return;
    running = made;
    first(made);
  }
  whileConsenting((agrees) => {
    agreed = agrees;
    if (running !== undefined) {
      // What she did last has not left the page yet, and now it may not.
      if (!agrees) running.stop({ flush: false });
      else if (Math.random() < sessions) running.start();
      else running.startBuffering();
    } else if (agrees) {
      making ??= make();
      making.then(begin, () => {
        making = undefined; // A page that is not recorded is a page all the same.
      });
    }
  });
}
