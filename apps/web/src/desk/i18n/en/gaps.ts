import type { gaps } from '../de/gaps.ts';

export const gapsEn = {
  title: 'Free time',
} satisfies typeof gaps;
