import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import serveFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * The files of the built page. What lies in /assets has a hash of its content in its name and never
 * changes; the rest (icons, the logo of the demo) keeps its names, and mails show it too.
 */
export const pageFiles = (folder: string) => async (app: FastifyInstance) => {
  const assets = join(folder, 'assets');
  // For what was not compressed when it was built.
  await app.register(compress, { encodings: ['br', 'gzip'] });
  const all = { decorateReply: false, index: false, preCompressed: true } as const;
  // A build takes them away; whatever lies there all the same (an older build, one by hand) is for nobody.
  const allowedPath = (path: string) => !/\.map(\.|$)/.test(path);
  if (existsSync(assets)) {
    const files = { root: assets, prefix: '/assets/', immutable: true, maxAge: '365d', allowedPath };
    await app.register(serveFiles, { ...all, ...files });
  }
  await app.register(serveFiles, {
    ...all,
    root: folder,
    prefix: '/',
    wildcard: false,
    globIgnore: ['*.html', 'robots.txt', 'assets/**', '**/*.{br,gz,map}'],
    maxAge: '1h',
    setHeaders: (reply) => void reply.header('cross-origin-resource-policy', 'cross-origin'),
  });
};
