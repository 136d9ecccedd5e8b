/** What mails about logins say, in German: to whoever works in a salon, so always with "Sie". */
export const loginDe = {
  subject: {
    confirm_address: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
    address_known: 'Sie haben schon ein Konto',
    allow_new_address: 'Soll sich Ihre E-Mail-Adresse ändern?',
    confirm_new_address: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
    reset_password: 'Neues Passwort festlegen',
    login_changed: 'Ihre Anmeldung wurde geändert',
    invitation: (salon: string) => `Einladung: Arbeiten Sie mit bei ${salon}`,
  },
  lead: {
    confirm_address: (product: string) => `Noch ein Schritt, dann ist Ihr Konto bei ${product} fertig.`,
    address_known: (product: string) => `Für diese Adresse gibt es bei ${product} schon ein Konto.`,
    allow_new_address: (address: string) => `Ihr Konto soll künftig zu ${address} gehören.`,
    confirm_new_address: (product: string) => `Diese Adresse soll zu Ihrem Konto bei ${product} gehören.`,
    reset_password: (product: string) => `Hier legen Sie ein neues Passwort für ${product} fest.`,
    invitation: (who: string, salon: string) => `${who} lädt Sie ein, bei ${salon} mitzuarbeiten.`,
  },
  changed: {
    second_factor_on: 'Ihr zweiter Faktor ist jetzt eingeschaltet.',
    second_factor_off: 'Ihr zweiter Faktor ist jetzt ausgeschaltet.',
    recovery_codes: 'Ihre Wiederherstellungscodes wurden erneuert, die alten gelten nicht mehr.',
    password: 'Ihr Passwort wurde geändert.',
    passkey: 'Ein Passkey wurde hinzugefügt.',
  },
  button: {
    confirm_address: 'Adresse bestätigen',
    address_known: 'Anmelden',
    allow_new_address: 'Adresse ändern',
    confirm_new_address: 'Neue Adresse bestätigen',
    reset_password: 'Neues Passwort festlegen',
    login_changed: 'Konto ansehen',
    invitation: 'Einladung ansehen',
  },
  more: {
    address_known:
      'Melden Sie sich mit Ihrem Passwort an, oder lassen Sie sich dort einen Link für ein neues schicken.',
    allow_new_address: 'Wenn Sie zustimmen, schicken wir eine Mail an die neue Adresse. Erst danach gilt sie.',
  },
  role: {
    owner: 'Sie wären Inhaberin oder Inhaber und könnten alles sehen und ändern.',
    manager: 'Sie könnten den ganzen Kalender, die Kundenkartei und die Einstellungen sehen und ändern.',
    staff: 'Sie könnten Ihren Kalender und Ihre Kundinnen und Kunden sehen und ändern.',
  },
  holds: {
    confirm_address: 'Der Link gilt einen Tag.',
    allow_new_address: 'Der Link gilt einen Tag.',
    confirm_new_address: 'Der Link gilt einen Tag.',
    reset_password: 'Der Link gilt eine Stunde und nur einmal.',
    invitation: 'Die Einladung gilt sieben Tage.',
  },
  unasked: {
    nothing: 'Sie haben nicht danach gefragt? Dann müssen Sie nichts tun.',
    change: 'Das waren nicht Sie? Dann legen Sie gleich ein neues Passwort fest und melden Sie sich überall ab.',
    known: 'Sie wollten kein Konto anlegen? Dann müssen Sie nichts tun.',
  },
};

export type LoginWords = typeof loginDe;
