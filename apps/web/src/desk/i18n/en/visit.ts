import type { visit } from '../de/visit.ts';

export const visitEn = {
  title: 'Appointment',
} satisfies typeof visit;
