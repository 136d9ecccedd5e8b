import type { team } from '../de/team.ts';

export const teamEn = {
  title: 'Team',
} satisfies typeof team;
