import { shell } from '../de/shell.ts';

export const shellDu = {
  ...shell,
  requestId: (p: { id: string }) => `Falls du uns davon erzählst: Vorgang ${p.id}`,
  offlineMore: 'Sobald du wieder im Netz bist, geht es hier weiter.',
  notFoundMore: 'Bitte prüfe die Adresse oder öffne den Link noch einmal.',
  salonNotFoundMore: 'Vielleicht hat sich beim Eintippen ein Buchstabe verirrt. Bitte prüfe die Adresse.',
  failedMore: 'Bitte versuche es noch einmal. Deine Angaben bleiben erhalten.',
};
