import type { ill } from '../de/ill.ts';

export const illEn = {
  title: 'Report sick',
  done: (p: { name: string }) => `${p.name} is reported sick.`,
} satisfies typeof ill;
