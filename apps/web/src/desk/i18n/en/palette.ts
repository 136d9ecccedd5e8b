import type { palette } from '../de/palette.ts';

export const paletteEn = {
  title: 'Search and go',
} satisfies typeof palette;
