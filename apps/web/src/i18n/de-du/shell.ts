import { shell } from '../de/shell.ts';

export const shellDu = {
  ...shell,
  requestId: (p: { id: string }) => `Falls du uns davon erzählst: Vorgang ${p.id}`,
  offlineMore: 'Sobald du wieder im Netz bist, geht es hier weiter.',
  readOnlyUntil: (p: { time: string }) =>
    `Bis etwa ${p.time} kannst du nichts buchen oder ändern. Was du gewählt hast, bleibt stehen.`,
  readOnlySoon: 'Für ein paar Minuten kannst du nichts buchen oder ändern. Was du gewählt hast, bleibt stehen.',
  readOnlyOverMore: 'Was du gewählt hast, steht noch hier. Versuch es einfach noch einmal.',
  notFoundMore: 'Bitte prüfe die Adresse oder öffne den Link noch einmal.',
  salonNotFoundMore: 'Vielleicht hat sich beim Eintippen ein Buchstabe verirrt. Bitte prüfe die Adresse.',
  brokenMore: 'Das liegt an uns, nicht an dir. Bitte lade die Seite neu: Was du ausgewählt hast, bleibt erhalten.',
};
