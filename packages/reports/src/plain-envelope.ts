import { plainEvent } from './plain-event.ts';
import { plainRecording } from './plain-recording.ts';
import { routeOf } from './route-of.ts';

type Item = readonly [{ readonly type: string }, unknown];
type Held = { readonly [name: string]: unknown };

/** Of a recording, what its other parts are found by. */
const REPLAY = ['type', 'event_id', 'replay_id', 'segment_id', 'replay_type', 'timestamp', 'replay_start_timestamp'];
const REPLAY_AS_WELL = ['error_ids', 'trace_ids', 'platform', 'release', 'environment', 'sdk'];

/**
 * An item of an envelope, as the browser's reporter is about to send it, as it may leave the page; undefined for what is
 * none of those that we send. The last wall: whatever the library puts together on its way, it comes by here.
 */
export function plainItem([about, payload]: Item): Item | undefined {
  switch (about.type) {
    case 'event':
    case 'transaction':
      return [about, plainEvent(payload as object)];
    case 'replay_event':
      return [about, plainReplay(payload as Held)];
    case 'replay_recording':
      return typeof payload === 'string' ? [about, plainSegment(payload)] : undefined;
    default:
      return undefined;
  }
}

function plainReplay(replay: Held): Held {
  const { urls } = replay;
  return {
    ...Object.fromEntries([...REPLAY, ...REPLAY_AS_WELL].map((name) => [name, replay[name]])),
    urls: Array.isArray(urls) ? urls.map((url) => routeOf(String(url))) : [],
  };
}

/** A line about it, and then its events as JSON. */
function plainSegment(segment: string): string {
  const end = segment.indexOf('\n');
  const events = JSON.parse(segment.slice(end + 1)) as unknown[];
  return `${segment.slice(0, end)}\n${JSON.stringify(plainRecording(events))}`;
}
