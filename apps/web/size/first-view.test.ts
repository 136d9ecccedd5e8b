import { expect, test } from 'vitest';
import { firstView } from './first-view.ts';

const MANIFEST = {
  '_first.js': { file: 'assets/first.js', imports: ['_libraries.js', '_query.js'] },
  '_libraries.js': { file: 'assets/libraries.js' },
  '_query.js': { file: 'assets/query.js', imports: ['_libraries.js'] },
  'src/i18n/de.ts': { file: 'assets/de.js', imports: ['_plural.js'] },
  '_plural.js': { file: 'assets/plural.js' },
  'src/LaterStep.tsx': { file: 'assets/later.js', imports: ['_libraries.js'] },
};

test('what the page names and what that imports is counted once; what is loaded later is not', () => {
  const page = `
    <script type="module" crossorigin src="/assets/libraries.js"></script>
    <script type="module" crossorigin src="/assets/first.js"></script>
    <link rel="stylesheet" href="/assets/first.css">`;
  expect(firstView(page, MANIFEST, 'src/i18n/de.ts')).toEqual([
    'assets/first.js',
    'assets/libraries.js',
    'assets/query.js',
    'assets/de.js',
    'assets/plural.js',
  ]);
});

test('a page without scripts was not built', () => {
  expect(() => firstView('<p>Hello</p>', MANIFEST, 'src/i18n/de.ts')).toThrow('no scripts');
});
