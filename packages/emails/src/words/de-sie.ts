/** German with "Sie". Its shape is what every other language has to say too. */
export const deSie = {
  subject: {
    confirmation: (when: string, salon: string) => `Bestätigt: ${when} bei ${salon}`,
    requested: (when: string, salon: string) => `Angefragt: ${when} bei ${salon}`,
    moved: (when: string, salon: string) => `Geändert: ${when} bei ${salon}`,
    cancelled: (when: string, salon: string) => `Abgesagt: ${when} bei ${salon}`,
    reminder: (when: string, salon: string) => `Erinnerung: ${when} bei ${salon}`,
    lost_link: (salon: string) => `Ihre Termine bei ${salon}`,
    notice_booked: (when: string, what: string) => `Neu: ${when}, ${what}`,
    notice_asked: (when: string, what: string) => `Anfrage: ${when}, ${what}`,
    notice_moved: (when: string, what: string) => `Geändert: ${when}, ${what}`,
    notice_cancelled: (when: string, what: string) => `Abgesagt: ${when}, ${what}`,
  },
  /** How a sentence about the visit begins; with a name, where somebody else comes. */
  yourVisit: (guest: string | null) => (guest === null ? 'Ihr Termin' : `Der Termin für ${guest}`),
  lead: {
    confirmation: (visit: string, when: string, salon: string) => `${visit} am ${when} bei ${salon} ist bestätigt.`,
    requested: (visit: string, when: string, salon: string) => `${visit} am ${when} bei ${salon} ist angefragt.`,
    moved: (visit: string, when: string, salon: string) => `${visit} bei ${salon} ist jetzt am ${when}.`,
    cancelled: (visit: string, when: string, salon: string) => `${visit} am ${when} bei ${salon} ist abgesagt.`,
    reminder: (visit: string, when: string, salon: string) => `${visit} bei ${salon} ist am ${when}.`,
    lost_link: (salon: string, count: number) =>
      count === 1
        ? `Hier ist der Link zu Ihrem Termin bei ${salon}.`
        : `Hier sind die Links zu Ihren Terminen bei ${salon}.`,
    notice_booked: (who: string, when: string) => `Neuer Termin: ${who}, ${when}.`,
    notice_asked: (who: string, when: string) => `Neue Anfrage: ${who}, ${when}.`,
    notice_moved: (who: string, when: string) => `Geänderter Termin: ${who}, jetzt ${when}.`,
    notice_cancelled: (who: string, when: string) => `Abgesagter Termin: ${who}, ${when}.`,
  },
  label: {
    when: 'Wann',
    before: 'Vorher',
    what: 'Was',
    with: 'Mit',
    where: 'Wo',
    price: 'Preis',
    guest: 'Für',
    note: 'Notiz',
    reason: 'Grund',
    reference: 'Nummer',
    who: 'Wer',
    phone: 'Telefon',
    email: 'E-Mail',
  },
  serviceWith: (service: string, staff: string) => `${service} mit ${staff}`,
  guestOf: (guest: string, booker: string) => `${guest}, gebucht von ${booker}`,
  from: (price: string) => `ab ${price}`,
  button: {
    change: 'Termin ändern oder absagen',
    look: 'Termin ansehen',
    again: 'Neuen Termin buchen',
    open: (when: string) => `Termin am ${when} öffnen`,
  },
  policy: {
    until: (when: string) => `Kostenlos ändern oder absagen können Sie bis ${when}.`,
    call: 'Online lässt sich der Termin nicht mehr ändern. Bitte rufen Sie uns an:',
    tell: 'Online lässt sich der Termin nicht mehr ändern. Bitte sprechen Sie uns an.',
  },
  waiting:
    'Wir halten Ihnen die Zeit frei und prüfen Ihre Anfrage. Sobald sie bestätigt ist, bekommen Sie die nächste Mail.',
  welcome: 'Wir freuen uns auf Sie.',
  calendar: 'Die angehängte Datei trägt den Termin in Ihren Kalender ein.',
  calendarMoved: 'Die angehängte Datei ändert den Termin in Ihrem Kalender.',
  calendarCancelled: 'Die angehängte Datei nimmt den Termin aus Ihrem Kalender.',
  keepLinks: 'Wer einen Link hat, kann den Termin ändern. Geben Sie ihn nur weiter, wenn das so sein soll.',
  unasked: {
    booked: 'Sie haben nicht gebucht? Dann hat sich jemand bei der Adresse vertan. Bitte sagen Sie den Termin ab.',
    links: 'Sie haben nicht danach gefragt? Dann müssen Sie nichts tun.',
  },
  answers: (salon: string) => `Antworten auf diese Mail gehen an ${salon}.`,
  answersToCustomer: (customer: string) => `Antworten auf diese Mail gehen an ${customer}.`,
  waitsForSalon: 'Diese Anfrage wartet auf eine Bestätigung.',
  by: (salon: string, operator: string) => `${salon} über ${operator}`,
  calendarFile: 'termin.ics',
};

export type Words = typeof deSie;
