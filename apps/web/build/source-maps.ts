import { rmSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BuildOptions, Plugin, PluginOption, ResolvedConfig } from 'vite';

type Environment = Readonly<Record<string, string | undefined>>;

/** Maps are made only where somebody gets them, and no script says where one is. */
export const mapsFor = ({ SENTRY_AUTH_TOKEN }: Environment): BuildOptions['sourcemap'] =>
  SENTRY_AUTH_TOKEN ? 'hidden' : false;

/**
 * Uploads the maps of what was built to whoever is told of errors, where there is a token for it, and takes them away:
 * they are never served. Nobody's deploy waits for it: what cannot be uploaded is said, and the build goes on.
 */
export async function uploadedMaps(environment: Environment): Promise<PluginOption[]> {
  const { SENTRY_AUTH_TOKEN: authToken, SENTRY_ORG: org, SENTRY_PROJECT: project, SENTRY_URL: url } = environment;
  if (!authToken) return [];
  const { sentryVitePlugin } = await import('@sentry/bundler-plugins/vite');
  const upload = sentryVitePlugin({
    ...{ authToken, telemetry: false },
    ...(org ? { org } : {}),
    ...(project ? { project } : {}),
    ...(url ? { url } : {}),
    // A script and its map know each other by an id inside of both.
    release: { create: false, inject: false },
    errorHandler: (error) => console.warn(`The source maps were not uploaded: ${error.message}`),
  });
  return [upload as PluginOption, withoutMaps()];
}

/** The last to look at what was built, whatever became of the upload. */
function withoutMaps(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'without-maps',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const folder = resolve(config.root, config.build.outDir);
        for await (const file of glob('**/*.map', { cwd: folder })) rmSync(resolve(folder, file));
      },
    },
  };
}
