import type { feed } from '../de/feed.ts';

export const feedEn = {
  title: 'What’s new',
} satisfies typeof feed;
