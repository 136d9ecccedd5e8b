import type { palette } from '../de/palette.ts';

export const paletteEn = {
  title: 'Search and go',
  nothing: 'Nothing found.',
} satisfies typeof palette;
