import { gunzipSync } from 'node:zlib';
import { type CleanEvent, cleanEvent } from '@salon/contracts/learning';

/** Bytes that a page may send at once, as they come and unpacked; events are few and small. */
export const CAPTURE_LIMIT = 16 * 1024;
const UNPACKED_LIMIT = 128 * 1024;
/** Events in one request at most. */
const MOST = 50;

/**
 * What of a body that PostHog's library sent may be passed on: its events, each cleaned. The library packs
 * them with gzip, or as a browser leaves the page as a form of Base64. Undefined: it is nothing of that library's.
 */
export function capturedEvents(body: Buffer, projectKey: string): CleanEvent[] | undefined {
  try {
    const said: unknown = JSON.parse(unpacked(body));
    const events = eventsIn(said);
    if (events.length > MOST) return undefined;
    return events.flatMap((event) => cleanEvent(event, projectKey) ?? []);
  } catch {
    return undefined;
  }
}

/** A batch, as it is sent now; a list or one event, as earlier versions did and a page on its way out may. */
function eventsIn(said: unknown): readonly unknown[] {
  if (Array.isArray(said)) return said;
  if (said instanceof Object && 'batch' in said && Array.isArray(said.batch)) return said.batch;
  return [said];
}

function unpacked(body: Buffer): string {
  if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, { maxOutputLength: UNPACKED_LIMIT }).toString();
  const text = body.toString();
  if (!text.startsWith('data=')) return text;
  return Buffer.from(new URLSearchParams(text).get('data') ?? '', 'base64').toString();
}
