import { useEffect, useSyncExternalStore } from 'react';
import { memory } from '../../lib/local-memory.ts';
import { pauseOrNetwork } from '../../lib/pause.ts';
import type { Attempt } from './attempt.ts';
import { type Sender, sender } from './sender.ts';

// They live as long as the page: what is on its way when somebody looks elsewhere is still known when they come back.
const senders = new Map<string, Sender<never, unknown>>();

/**
 * The sender of this name. Its attempt is kept while the tab lives, and what a reload interrupted goes on by itself.
 * `send` is that of the first call.
 */
export function useSending<Body, Answer>(name: string, send: (attempt: Attempt<Body>) => Promise<Answer>) {
  const it = senderOf(name, send);
  const state = useSyncExternalStore(it.subscribe, it.state);
  useEffect(() => void it.resume(), [it]);
  return { state, send: it.send, resume: it.resume, clear: it.clear };
}

function senderOf<Body, Answer>(name: string, send: (attempt: Attempt<Body>) => Promise<Answer>) {
  const found = senders.get(name) as Sender<Body, Answer> | undefined;
  if (found) return found;
  const made = sender<Body, Answer>({
    send,
    kept: memory<Attempt<Body>>(() => sessionStorage, name),
    pause: pauseOrNetwork,
    newKey: () => crypto.randomUUID(),
    chance: Math.random,
  });
  senders.set(name, made as Sender<never, unknown>);
  return made;
}
