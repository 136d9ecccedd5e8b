import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const INDEX = `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fcfaf7" />
    <title>Termin buchen</title>
    <script type="module" crossorigin src="/assets/main-abc123.js"></script>
  </head>
  <body>
    <div id="root">
      <h1 data-salon="name"></h1>
      <p data-salon="description"></p>
      <span data-salon="address"></span>
    </div>
  </body>
</html>
`;
const DESK = INDEX.replace('Termin buchen', 'Salon').replace('main-abc123', 'desk-abc123');
export const SCRIPT = `${'export const page = 1;\n'.repeat(200)}`;

/** A folder like the one Vite fills, with one script that was compressed and one style that was not. */
export function builtPageFixture() {
  const folder = mkdtempSync(join(tmpdir(), 'salon-page-'));
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('index.html', INDEX);
  write('desk.html', DESK);
  write('assets/main-abc123.js', SCRIPT);
  write('assets/main-abc123.js.br', brotliCompressSync(SCRIPT));
  write('assets/main-abc123.js.map', '{}');
  write('demo/logo.js.map', '{}');
  write('assets/main-def456.css', '.a { color: red }\n'.repeat(200));
  write('demo/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return {
    folder,
    /** A new build takes the place of the old one. */
    rebuild: () => write('index.html', INDEX.replace('main-abc123', 'main-xyz789')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
