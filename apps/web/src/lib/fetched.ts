import { memory } from './local-memory.ts';

const RETRY_MS = 3_000;
/** Not more often than this: a part that is missing in the newest version too must not make the page go round. */
const RELOAD_AGAIN_MS = 60_000;

const reloaded = memory<number>(() => sessionStorage, 'reloaded');

/**
 * A part of the page, once it is here. Without a network it waits for one. Where the part is gone because a newer
 * version was put up, the page is loaded anew, which loses nothing: choices stand in the address.
 */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (await pageAnswers()) {
        if (Date.now() - (reloaded.read() ?? 0) < RELOAD_AGAIN_MS) throw error;
        reloaded.write(Date.now());
        location.reload();
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function pageAnswers(): Promise<boolean> {
  try {
    return (await fetch(location.href, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
