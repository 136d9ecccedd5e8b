import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript that a customer may wait for before she sees anything, gzipped. */
export const FIRST_VIEW_LIMIT = 130_000;

type Page = {
  readonly name: string;
  readonly document: string;
  readonly manifest: string;
  /** The texts of one language come with the first view too; the largest counts. */
  readonly texts: readonly string[];
  /** Bytes of JavaScript that may come before anything can be seen, gzipped. */
  readonly limit: number;
};

/** What is built. Who works in a salon opens the desk once a day and keeps it; a customer comes once, on a tram. */
export const PAGES: readonly Page[] = [
  {
    name: 'First view',
    document: 'index.html',
    manifest: '.vite/manifest.json',
    texts: ['src/i18n/de.ts', 'src/i18n/de-du.ts', 'src/i18n/en.ts'],
    limit: FIRST_VIEW_LIMIT,
  },
  {
    name: 'Desk, before any of its areas',
    document: 'desk.html',
    manifest: '.vite/desk.json',
    texts: ['src/desk/i18n/de.ts', 'src/desk/i18n/en.ts'],
    limit: 220_000,
  },
];

/** What Vite writes about its chunks. */
export type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

/** The scripts that a page loads before anything can be seen: those it names, those of a language, and their imports. */
export function firstView(page: string, manifest: Manifest, texts: string): readonly string[] {
  const named = [...page.matchAll(/<script[^>]+src="\/([^"]+)"/g)].map(([, file]) => file);
  if (named.length === 0) throw new Error('The page has no scripts');
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [name, { file }] of Object.entries(manifest)) if (named.includes(file)) visit(name);
  visit(texts);
  return [...files];
}

/** Bytes of a page's first view, each script gzipped as a server would. */
export function firstViewBytes(dist: string, page: Page): number {
  const document = readFileSync(join(dist, page.document), 'utf8');
  const manifest = JSON.parse(readFileSync(join(dist, page.manifest), 'utf8')) as Manifest;
  const sizeOf = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const sizes = page.texts.map((texts) =>
    firstView(document, manifest, texts).reduce((sum, file) => sum + sizeOf(file), 0),
  );
  return Math.max(...sizes);
}
