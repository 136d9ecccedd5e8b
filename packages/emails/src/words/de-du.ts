import { deSie, type Words } from './de-sie.ts';

/** German with "du": only what differs. */
export const deDu: Words = {
  ...deSie,
  subject: { ...deSie.subject, lost_link: (salon) => `Deine Termine bei ${salon}` },
  yourVisit: (guest) => (guest === null ? 'Dein Termin' : `Der Termin für ${guest}`),
  lead: {
    ...deSie.lead,
    lost_link: (salon, count) =>
      count === 1
        ? `Hier ist der Link zu deinem Termin bei ${salon}.`
        : `Hier sind die Links zu deinen Terminen bei ${salon}.`,
  },
  policy: {
    until: (when) => `Kostenlos ändern oder absagen kannst du bis ${when}.`,
    call: 'Online lässt sich der Termin nicht mehr ändern. Bitte ruf uns an:',
    tell: 'Online lässt sich der Termin nicht mehr ändern. Bitte sprich uns an.',
  },
  waiting:
    'Wir halten dir die Zeit frei und prüfen deine Anfrage. Sobald sie bestätigt ist, bekommst du die nächste Mail.',
  welcome: 'Wir freuen uns auf dich.',
  calendar: 'Die angehängte Datei trägt den Termin in deinen Kalender ein.',
  calendarMoved: 'Die angehängte Datei ändert den Termin in deinem Kalender.',
  calendarCancelled: 'Die angehängte Datei nimmt den Termin aus deinem Kalender.',
  keepLinks: 'Wer einen Link hat, kann den Termin ändern. Gib ihn nur weiter, wenn das so sein soll.',
  unasked: {
    booked: 'Du hast nicht gebucht? Dann hat sich jemand bei der Adresse vertan. Bitte sag den Termin ab.',
    links: 'Du hast nicht danach gefragt? Dann musst du nichts tun.',
  },
};
