import { shell } from '../de/shell.ts';

export const shellDu = {
  ...shell,
  requestId: (p: { id: string }) => `Falls du uns davon erzählst: Vorgang ${p.id}`,
  measuring: {
    ...shell.measuring,
    more: 'Wir möchten sehen, an welchem Schritt es auf dieser Seite hakt. Dafür legt dein Browser eine zufällige Nummer ab, und wir geben an PostHog in der EU weiter, welche Schritte du gehst: nie deinen Namen, deine Adresse oder was du schreibst. Das ist freiwillig, du kannst es hier jederzeit ändern, und buchen kannst du so oder so.',
    noted: 'Deine Wahl ist gespeichert.',
  },
  offlineMore: 'Sobald du wieder im Netz bist, geht es hier weiter.',
  readOnlyUntil: (p: { time: string }) =>
    `Bis etwa ${p.time} kannst du nichts buchen oder ändern. Was du gewählt hast, bleibt stehen.`,
  readOnlySoon: 'Für ein paar Minuten kannst du nichts buchen oder ändern. Was du gewählt hast, bleibt stehen.',
  readOnlyOverMore: 'Was du gewählt hast, steht noch hier. Versuch es einfach noch einmal.',
  notFoundMore: 'Bitte prüfe die Adresse oder öffne den Link noch einmal.',
  salonNotFoundMore: 'Vielleicht hat sich beim Eintippen ein Buchstabe verirrt. Bitte prüfe die Adresse.',
  brokenMore: 'Das liegt an uns, nicht an dir. Bitte lade die Seite neu: Was du ausgewählt hast, bleibt erhalten.',
};
