import { formatHex, wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { type Theme, token } from './tokens.fixture.ts';

/** Brands of every hue, pale and strong, dark and light; black, white and grey among them. */
const BRANDS = [0, 0.12, 0.25, 0.5, 0.75, 1].flatMap((s) =>
  [0, 0.08, 0.25, 0.5, 0.75, 0.92, 1].flatMap((l) =>
    Array.from({ length: 24 }, (_, step) => formatHex({ mode: 'hsl', h: step * 15, s, l })),
  ),
);

const GROUNDS = ['ground', 'surface', 'sunken', 'tint'];
/** What stands on what, and how much it has to differ (WCAG 1.4.3 and 1.4.11). */
const PAIRS: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', [...GROUNDS, 'wrong-tint', 'heed-tint', 'good-tint'], 4.5],
  ['soft', [...GROUNDS, 'wrong-tint', 'heed-tint'], 4.5],
  ['accent-ink', GROUNDS, 4.5],
  ['on-accent', ['accent', 'accent-strong'], 4.5],
  ['accent', ['ground', 'surface'], 3],
  ['focus', GROUNDS, 3],
  ['edge', ['ground', 'surface'], 3],
  ['wrong', ['ground', 'surface', 'wrong-tint'], 4.5],
  ['heed', ['heed-tint'], 4.5],
  ['good', ['ground', 'good-tint'], 4.5],
];

test.each(
  (['light', 'dark'] as const).flatMap((theme) =>
    PAIRS.flatMap(([ink, grounds, least]) =>
      grounds.map((ground): [string, string, Theme, number] => [ink, ground, theme, least]),
    ),
  ),
)('%s on %s can be read in %s, whatever the brand', (ink, ground, theme, least) => {
  const poorest = BRANDS.map((brand) => ({
    brand,
    contrast: wcagContrast(token(ink, theme, brand), token(ground, theme, brand)),
  })).reduce((a, b) => (a.contrast < b.contrast ? a : b));
  expect(poorest.contrast, `with ${poorest.brand}`).toBeGreaterThanOrEqual(least);
});
