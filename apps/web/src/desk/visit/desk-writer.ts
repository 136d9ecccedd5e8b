import type { DeskProblem } from '@salon/contracts/desk/errors';
import { judge } from '../../features/sending/attempt.ts';
import type { DeskWrite, Pending } from './desk-write.ts';

/** What became of a write. */
export type Outcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly problem: DeskProblem }
  /** Refused, but a later one on the same says all there is to say. */
  | { readonly kind: 'superseded' };

export type WriterParts = {
  /** Sends a write once. Throws `ApiProblem` or `NoAnswer`. */
  readonly send: (write: DeskWrite) => Promise<unknown>;
  /** Where what is not settled outlives a reload. */
  readonly kept: { read(): readonly DeskWrite[] | undefined; write(writes: readonly DeskWrite[]): void };
  /** Resolves after so many milliseconds, or as soon as it is worth trying again. */
  readonly pause: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly chance: () => number;
};

type Job = {
  write: DeskWrite;
  state: Pending['state'];
  why: Pending['why'];
  wake: () => void;
  readonly tell: (end: Outcome<unknown>) => void;
};

/**
 * Sends what is changed at the desk until it is known what became of it: each write under its own key, those on one visit
 * or time off one after the other, the later ones upon the version the earlier ones made.
 */
export function deskWriter(parts: WriterParts) {
  const lanes = new Map<string, Job[]>();
  /** Of what was written from here: what somebody else made of them since is not in it. */
  const versions = new Map<string, number>();
  const listeners = new Set<() => void>();
  let shown: readonly Pending[] = [];

  function told(): void {
    const jobs = [...lanes.values()].flat();
    shown = jobs.map(({ write, state, why }) => ({ write, state, why }));
    parts.kept.write(jobs.map(({ write }) => write));
    for (const listener of listeners) listener();
  }

  function become(job: Job, state: Pending['state'], why: Pending['why'] = null): void {
    Object.assign(job, { state, why });
    told();
  }

  async function settle(job: Job): Promise<Outcome<unknown>> {
    job.write = upon(job.write, versions.get(job.write.lane));
    for (let failures = 0; ; failures++) {
      become(job, 'sending');
      try {
        const answer = await parts.send(job.write);
        for (const { id, version } of writtenIn(answer)) versions.set(id, version);
        return { kind: 'done', answer };
      } catch (error) {
        const verdict = judge(error, failures, parts.chance());
        if (verdict.kind === 'refused') {
          const later = lanes.get(job.write.lane)?.some((other) => other !== job && other.write.whole) ?? false;
          return later ? { kind: 'superseded' } : { kind: 'refused', problem: verdict.problem.problem as DeskProblem };
        }
        if (verdict.kind === 'again') {
          become(job, 'waiting', verdict.why);
          await parts.pause(verdict.afterMs);
          continue;
        }
        become(job, 'stuck');
        await new Promise<void>((resolve) => {
          job.wake = resolve;
        });
        failures = -1;
      }
    }
  }

  async function work(lane: string, jobs: Job[]): Promise<void> {
    for (let job = jobs[0]; job !== undefined; job = jobs[0]) {
      const end = await settle(job);
      jobs.shift();
      if (jobs.length === 0) lanes.delete(lane);
      told();
      job.tell(end);
    }
  }

  function write<Answer>(one: DeskWrite): Promise<Outcome<Answer>> {
    return new Promise((resolve) => {
      const tell = resolve as (end: Outcome<unknown>) => void;
      const job: Job = { write: one, state: 'queued', why: null, wake: () => undefined, tell };
      const jobs = lanes.get(one.lane) ?? [];
      jobs.push(job);
      if (jobs.length === 1) {
        lanes.set(one.lane, jobs);
        void work(one.lane, jobs);
      } else told();
    });
  }

  return {
    write,
    /** What is on its way. */
    pending: () => shown,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Sends what a reload left unsettled; `ended` hears what became of each. */
    resume(ended: (write: DeskWrite, end: Outcome<unknown>) => void): void {
      for (const one of parts.kept.read() ?? []) void write(one).then((end) => ended(one, end));
    },
    /** Tries anew what a fault held up. */
    retry(): void {
      for (const jobs of lanes.values()) for (const job of jobs) if (job.state === 'stuck') job.wake();
    },
  };
}

/** The write upon the version that an earlier one from here made; what others made is not known to it. */
function upon(write: DeskWrite, made: number | undefined): DeskWrite {
  const { version } = write.body;
  if (typeof version !== 'number' || made === undefined || made <= version) return write;
  return { ...write, body: { ...write.body, version: made } };
}

type Versioned = { readonly id: string; readonly version: number };

function writtenIn(answer: unknown): readonly Versioned[] {
  const { visits = [], timeOff } = (answer ?? {}) as {
    readonly visits?: readonly Versioned[];
    readonly timeOff?: Versioned;
  };
  return timeOff === undefined ? visits : [...visits, timeOff];
}
