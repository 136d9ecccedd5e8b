import type { members } from '../de/members.ts';

export const membersEn = {
  title: 'Members',
} satisfies typeof members;
