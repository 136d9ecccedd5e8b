import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { type BuildOptions, defineConfig, type PluginOption } from 'vite';
import { privateApiOrigin } from './build/api-origin.ts';
import { pageOfItsOwn } from './build/page-of-its-own.ts';
import { preloadTexts } from './build/preload-texts.ts';
import { mapsFor, uploadedMaps } from './build/source-maps.ts';

/** Where the API answers while the page is being worked on. */
const API = process.env.API_URL ?? 'http://localhost:3000';

// Without it React Aria brings its words in thirty languages. Its English, and what it falls back to, is that of the USA.
const locales = () => optimizeLocales.vite({ locales: ['de-DE', 'en-US'] }) as PluginOption;

/** `manifest` is what the size check reads: which chunks belong to the first view. */
const page = (input: string, manifest: string): BuildOptions => ({
  manifest,
  sourcemap: mapsFor(process.env) ?? false,
  target: 'baseline-widely-available',
  assetsInlineLimit: 0,
  // The size check holds each page against a budget of its own.
  chunkSizeWarningLimit: 1_000,
  rolldownOptions: {
    input,
    output: {
      // The first view in two files, one of which changes seldom; left to itself it is cut into twenty.
      codeSplitting: {
        groups: [
          { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/ },
          { name: 'first', tags: ['$initial'] },
        ],
      },
    },
  },
});

/** What those open who work in a salon. */
const desk = pageOfItsOwn({
  plugins: [react(), tailwindcss(), locales(), preloadTexts('/src/desk/i18n/de.ts'), uploadedMaps(process.env)],
  build: page('desk.html', '.vite/desk.json'),
});

/** What customers open. */
export default defineConfig({
  plugins: [
    privateApiOrigin(),
    ...[react(), tailwindcss(), locales(), preloadTexts('/src/i18n/de.ts'), uploadedMaps(process.env), desk],
  ],
  server: { proxy: { '/api': API } },
  preview: { proxy: { '/api': API } },
  build: page('index.html', '.vite/manifest.json'),
});
