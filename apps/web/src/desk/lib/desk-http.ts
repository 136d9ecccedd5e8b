import type { AnyErrorCode, DeskProblem } from '@salon/contracts/desk/errors';
import { ApiProblem, del, get, patch, post, put, upload } from '../../lib/http.ts';

/** What the API refused at the desk, with the codes that only the desk meets; undefined where no answer came. */
export function refusalOf(error: unknown): DeskProblem | undefined {
  return error instanceof ApiProblem ? (error.problem as DeskProblem) : undefined;
}

/** Whether the API refused with this code. */
export const isRefused = (error: unknown, code: AnyErrorCode) => refusalOf(error)?.code === code;

/**
 * Reads what is at a path of the API, as `/api/desk/…`. Throws `ApiProblem` or `NoAnswer`, as all of these do; read one
 * with `refusalOf`.
 */
export function deskGet<T>(path: string, options: { readonly signal?: AbortSignal | undefined } = {}): Promise<T> {
  return watched(get<T>(path, options));
}

/** Sends a body; with an idempotency key where the write is keyed. */
export function deskPost<T>(path: string, body: unknown = {}, options: { readonly key?: string } = {}): Promise<T> {
  return watched(post<T>(path, body, options));
}

export function deskPut<T>(path: string, body: unknown, options: { readonly key?: string } = {}): Promise<T> {
  return watched(put<T>(path, body, options));
}

/** Changes what the body names, and leaves the rest. */
export function deskPatch<T>(path: string, body: unknown): Promise<T> {
  return watched(patch<T>(path, body));
}

export function deskDelete<T>(path: string, options: { readonly key?: string } = {}): Promise<T> {
  return watched(del<T>(path, options));
}

/** Puts a file, as its bytes. */
export function deskUpload<T>(path: string, file: Blob): Promise<T> {
  return watched(upload<T>(path, file));
}

type Listener = () => void;
let signedOut: Listener = () => undefined;

/** Who is told when the API no longer knows who is asking; stands once on the page. */
export function onSignedOut(listener: Listener): void {
  signedOut = listener;
}

async function watched<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isRefused(error, 'unauthenticated')) signedOut();
    throw error;
  }
}
