import type { Plugin } from 'vite';

/** Has the browser fetch the texts of most visitors along with the page, instead of once the page has asked for them. */
export function preloadTexts(module: string): Plugin {
  return {
    name: 'preload-texts',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(
          (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(module),
        );
        if (chunk?.type !== 'chunk') return [];
        return [chunk.fileName, ...chunk.imports].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
