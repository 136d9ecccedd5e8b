import type { audit } from '../de/audit.ts';

export const auditEn = {
  title: 'History',
} satisfies typeof audit;
