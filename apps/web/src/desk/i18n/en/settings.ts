import type { settings } from '../de/settings.ts';

export const settingsEn = {
  title: 'Settings',
} satisfies typeof settings;
