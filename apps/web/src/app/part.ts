import { type ComponentType, lazy } from 'react';
import { fetched } from '../lib/fetched.ts';

/** A part of the page that is fetched when it is needed, and waited for. */
export function part<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await fetched(load) }));
}
