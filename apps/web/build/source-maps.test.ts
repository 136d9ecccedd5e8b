import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { mapsFor, uploadedMaps } from './source-maps.ts';

/** Takes what it is sent, as Sentry does: it has none of it yet, and puts together what it was given. */
async function sink() {
  const asked: { line: string; authorization: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString('latin1');
    const line = `${request.method} ${request.url}`;
    asked.push({ line, authorization: request.headers.authorization, body });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/0/organizations/salons/chunk-upload/`;
    const isUploaded = asked.some((one) => one.line.startsWith('POST') && one.line.endsWith('/chunk-upload/'));
    const answer = line.endsWith('/assemble/')
      ? {
          state: isUploaded ? 'ok' : 'not_found',
          missingChunks: isUploaded ? [] : JSON.parse(body).chunks,
          detail: null,
        }
      : {
          ...{
            url,
            chunkSize: 8_388_608,
            chunksPerRequest: 64,
            maxFileSize: 2_147_483_648,
            maxRequestSize: 33_554_432,
          },
          ...{ concurrency: 1, hashAlgorithm: 'sha1', compression: [] },
          accept: [
            'debug_files',
            'release_files',
            'pdbs',
            'sources',
            'bcsymbolmaps',
            'artifact_bundles',
            'artifact_bundles_v2',
          ],
        };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Builds a page of one line; says which files a visitor could ask for. */
async function built(environment: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'salon-maps-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'page.ts'), "document.title = 'Salon am Markt' as string;\n");
  await build({
    ...{ root, configFile: false, logLevel: 'silent' },
    plugins: [uploadedMaps(environment)],
    build: { sourcemap: mapsFor(environment) ?? false, rolldownOptions: { input: join(root, 'page.ts') } },
  });
  return readdirSync(join(root, 'dist'), { recursive: true }).map(String);
}

test('with a token the maps go to whoever is told of errors, and to nobody else', async () => {
  const { asked, url } = await sink();
  const files = await built({
    SENTRY_AUTH_TOKEN: 'a-token',
    SENTRY_ORG: 'salons',
    SENTRY_PROJECT: 'web',
    SENTRY_URL: url,
  });
  expect(files.filter((file) => file.endsWith('.js'))).toHaveLength(1);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  // An archive, in which the names of files are told as they are.
  const upload = asked.find(({ line }) => line === 'POST /api/0/organizations/salons/chunk-upload/');
  expect(upload?.body).toMatch(/\.js\.map/);
  expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer a-token']));
});

test('without one there are none, and nobody is asked', async () => {
  const { asked, url } = await sink();
  const files = await built({ SENTRY_URL: url });
  expect(files.filter((file) => file.endsWith('.js'))).toHaveLength(1);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  expect(asked).toEqual([]);
});
