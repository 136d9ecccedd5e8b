import type { Plugin } from 'vite';

/**
 * Refuses to build pages for production that would call an API anybody in between could read along with, or one whose
 * address is none. Nothing said: they call where they came from.
 */
export function privateApiOrigin(): Plugin {
  return {
    name: 'private-api-origin',
    apply: 'build',
    configResolved({ env, isProduction }) {
      const origin: unknown = env.VITE_API_ORIGIN;
      if (origin === undefined || origin === '' || !isProduction) return;
      const url = URL.parse(String(origin));
      if (url?.protocol === 'https:' && url.origin === origin) return;
      throw new Error(
        `VITE_API_ORIGIN is ${JSON.stringify(origin)}. In production it begins with https:// and ends with the name or port, like https://api.salon.example: passwords and cookies go there.`,
      );
    },
  };
}
