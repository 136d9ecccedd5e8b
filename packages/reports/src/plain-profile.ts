import { asItIs, figure, file, list, only, release, word } from './keep.ts';

/** What code calls its functions; some are called after what they are of, and that may be somebody. */
const CALLED = /^[\w$.#<>]{0,64}$/;
const called = (value: unknown) => (typeof value === 'string' && CALLED.test(value) ? value : '');

const FRAME = only({ function: called, filename: file, lineno: figure, colno: figure, in_app: asItIs });
const CHUNK = only({
  ...{ chunk_id: word, profiler_id: word, platform: word, version: word, release, environment: word },
  client_sdk: only({ name: word, version: word }),
  profile: only({
    samples: list(only({ stack_id: figure, thread_id: word, timestamp: figure })),
    stacks: list(list(figure)),
    frames: list(FRAME),
    thread_metadata: only({ 0: only({ name: word }) }),
  }),
});

/** What a profiler of a server saw in a minute at most (`profile_chunk`), as it may leave the house: where in our code time goes. */
export function plainProfile<T extends object>(chunk: T): T {
  return CHUNK(chunk) as T;
}
