import type { Kind } from '../kinds.ts';
import { moveClock } from './clock.ts';
import type { Inject } from './fault.ts';
import { loseAnswers } from './lost-answers.ts';
import { lockSalons, takeConnections } from './pool.ts';
import { freezeApi, killApi, killBackend, killPostmaster, restartDatabase } from './processes.ts';
import { cutWire, silenceWire, slowWire } from './wire.ts';

/** How each kind of fault is done. */
export const INJECT: Record<Kind, Inject> = {
  'api-killed': killApi,
  'answers-lost': loseAnswers,
  'api-frozen': freezeApi,
  'api-frozen-long': freezeApi,
  'backend-killed': killBackend,
  'postmaster-killed': killPostmaster,
  'database-restarted': restartDatabase,
  'wire-cut': cutWire,
  'wire-slow': slowWire,
  'wire-silent': silenceWire,
  'salons-locked': lockSalons,
  'connections-taken': takeConnections,
  'clock-moved': moveClock,
};
