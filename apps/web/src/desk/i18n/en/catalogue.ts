import type { catalogue } from '../de/catalogue.ts';

export const catalogueEn = {
  title: 'Catalogue',
} satisfies typeof catalogue;
