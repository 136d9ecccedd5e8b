import type { ill } from '../de/ill.ts';

export const illEn = {
  title: 'Report sick',
} satisfies typeof ill;
