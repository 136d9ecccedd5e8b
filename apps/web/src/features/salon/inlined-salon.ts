import type { SalonAnswer } from '@salon/contracts/salon';

/** The salon that the server wrote into the page, if it did. */
export function inlinedSalon(): SalonAnswer | undefined {
  const text = document.getElementById('salon')?.textContent;
  if (!text) return undefined;
  try {
    return JSON.parse(text) as SalonAnswer;
  } catch {
    return undefined;
  }
}
