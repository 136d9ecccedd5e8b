import { z } from 'zod';
import { address, optional } from './fields.ts';

/** PostHog's own address in the EU. */
const IN_THE_EU = 'https://eu.i.posthog.com';

/** What both API and worker are told about PostHog. */
export const learningFields = {
  POSTHOG_KEY: optional(z.string().regex(/^phc_\w{20,80}$/, 'Expected a project key, which begins with phc_')),
  POSTHOG_HOST: optional(address('https', 'http')),
};

/** Where to tell what consenting visitors do; the key is no secret, pages carry it. */
export type LearningSettings = { readonly key: string; readonly host: string };

/** Undefined: nothing is measured, and nobody asked. */
export function learningSettings(env: {
  readonly POSTHOG_KEY?: string | undefined;
  readonly POSTHOG_HOST?: string | undefined;
}): LearningSettings | undefined {
  if (env.POSTHOG_KEY === undefined) return undefined;
  return { key: env.POSTHOG_KEY, host: (env.POSTHOG_HOST ?? IN_THE_EU).replace(/\/+$/, '') };
}
