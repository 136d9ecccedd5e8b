import type { ErrorCode, Problem } from '@salon/contracts/errors';
import { routeOf } from '@salon/reports/route-of';
import { noteCall } from '../reports/reports.ts';
import { CALLED, called } from './api-origin.ts';

/** A refusal of the API: what it said, and when it may be asked again. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ErrorCode;
  readonly problem: Problem;
  /** Seconds of `Retry-After`, if it was sent. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.code = problem.code;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** No answer of the API came: no network, a timeout, or somebody in between answered. Whether it acted is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Seconds after which the API may be asked again, where it has been asked too often. */
export function secondsToWait(error: unknown): number | undefined {
  return error instanceof ApiProblem && error.code === 'rate_limited' ? error.retryAfter : undefined;
}

/** Long enough for a slow network, short enough for somebody who waits. */
const TIMEOUT_MS = 15_000;
/** The same for a photo on its way up from a phone. */
const UPLOAD_MS = 60_000;

/**
 * Reads what is at a path of the API. What the browser kept is shown to nobody before the API has said that it still
 * holds: whoever reads anew, reads anew because it may not. Throws `ApiProblem` or `NoAnswer`.
 */
export function get<T>(path: string, options: { readonly signal?: AbortSignal | undefined } = {}): Promise<T> {
  return ask<T>(path, { method: 'GET', cache: 'no-cache' }, options.signal);
}

/** Sends a body as JSON, with an idempotency key where one is needed. Throws `ApiProblem` or `NoAnswer`. */
export function post<T>(
  path: string,
  body: unknown,
  options: { readonly key?: string; readonly headers?: Record<string, string> } = {},
): Promise<T> {
  const { headers, ...rest } = sent(body, options.key);
  return ask<T>(path, { method: 'POST', headers: { ...options.headers, ...headers }, ...rest });
}

/** Puts a body as JSON in the place of what is there. Throws `ApiProblem` or `NoAnswer`. */
export function put<T>(path: string, body: unknown, options: { readonly key?: string } = {}): Promise<T> {
  return ask<T>(path, { method: 'PUT', ...sent(body, options.key) });
}

/** Changes what the body names of what is there. Throws `ApiProblem` or `NoAnswer`. */
export function patch<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, { method: 'PATCH', ...sent(body, undefined) });
}

/** Puts a file, as its bytes, in the place of what is there. Throws `ApiProblem` or `NoAnswer`. */
export function upload<T>(path: string, file: Blob): Promise<T> {
  return ask<T>(path, { method: 'PUT', headers: { 'content-type': file.type }, body: file }, undefined, UPLOAD_MS);
}

/** Takes away what is at a path. Throws `ApiProblem` or `NoAnswer`. */
export function del<T>(path: string, options: { readonly key?: string } = {}): Promise<T> {
  return ask<T>(path, { method: 'DELETE', headers: keyed(options.key) });
}

const keyed = (key: string | undefined): Record<string, string> =>
  key === undefined ? {} : { 'idempotency-key': key };

const sent = (body: unknown, key: string | undefined) => ({
  headers: { 'content-type': 'application/json', ...keyed(key) },
  body: JSON.stringify(body),
});

async function ask<T>(path: string, init: RequestInit, signal?: AbortSignal, ms = TIMEOUT_MS): Promise<T> {
  const limit = AbortSignal.timeout(ms);
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(called(path), {
      ...init,
      ...CALLED,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    answer = response.status === 204 ? undefined : await response.json().catch(orNothing(response));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoAnswer('The API did not answer', { cause: error });
  }
  const number = response.headers.get('x-request-id') ?? undefined;
  const call = { method: init.method ?? 'GET', route: routeOf(path), status: response.status, number };
  noteCall(call, isProblem(answer) ? answer.code : undefined);
  if (response.ok) return answer as T;
  if (!isProblem(answer)) throw new NoAnswer(`Something answered ${response.status}, but not the API`);
  throw new ApiProblem(answer, retryAfter(response));
}

/** A fault that somebody in between answers for us is a page of theirs; one of ours is always JSON. */
function orNothing({ ok }: Response) {
  return (error: unknown) => {
    if (ok) throw error;
    return undefined;
  };
}

function isProblem(answer: unknown): answer is Problem {
  return answer instanceof Object && 'code' in answer && 'requestId' in answer;
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
