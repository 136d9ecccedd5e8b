import type { Speech } from '../../i18n/Speech.tsx';
import type { OpeningToday } from './opening-today.ts';

/** "Geöffnet bis 13:00, wieder ab 14:30 Uhr" */
export function openingText(today: OpeningToday, { t, f }: Pick<Speech, 't' | 'f'>): string {
  switch (today.kind) {
    case 'open':
      return today.again === null
        ? t.shell.openUntil({ time: f.time(today.time) })
        : t.shell.openAgain({ time: f.clock(today.time), again: f.time(today.again) });
    case 'opens':
      return t.shell.opensAt({ time: f.time(today.time) });
    case 'reopens':
      return t.shell.reopensAt({ time: f.time(today.time) });
    case 'closed':
      return t.shell.closedToday;
    case 'over':
      return t.shell.closedForToday;
  }
}
