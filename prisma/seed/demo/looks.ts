const IMPRINT = `Diese Seite gehört zu einem erfundenen Salon. Sie zeigt, wie die Terminbuchung aussieht.

Salon Elbe
Inhaberin: Maren Petersen
Große Rainstraße 114
22765 Hamburg

Telefon: 040 66969100
E-Mail: info@demo.example

Hier stehen bei einem wirklichen Salon die Angaben nach § 5 DDG, zum Beispiel Handwerkskammer, Berufsbezeichnung und Umsatzsteuer-Identifikationsnummer.`;

const PRIVACY = `Diese Seite gehört zu einem erfundenen Salon. Bitte geben Sie keine echten Daten ein.

Was wir speichern: Für einen Termin brauchen wir Ihren Namen und Ihre E-Mail-Adresse, auf Wunsch auch Ihre Telefonnummer und eine Notiz.

Wozu: Damit wir Ihren Termin planen, Ihnen die Bestätigung schicken und Sie erreichen können, falls sich etwas ändert.

Was wir nicht tun: Wir geben nichts weiter, werten nichts aus und binden keine fremden Dienste ein.

Hier steht bei einem wirklichen Salon die vollständige Erklärung nach Art. 13 DSGVO: wer verantwortlich ist, wie lange die Daten bleiben, und welche Rechte Sie haben.`;

const TERMS = `Diese Seite gehört zu einem erfundenen Salon. Termine hier verpflichten niemanden.

Buchen: Mit der Bestätigung ist Ihr Termin fest.

Absagen und verschieben: Kostenlos bis 24 Stunden vorher, am einfachsten über den Link in Ihrer Bestätigung. Danach rufen Sie uns bitte an.

Preise: Alle Preise sind Endpreise inklusive Mehrwertsteuer. „Ab“ heißt: Der Preis hängt davon ab, bei wem Sie buchen, oder von Länge und Menge der Haare.`;

/** How the demo salon shows itself; its texts say that it is none. */
export const LOOKS = {
  description:
    'Schnitt, Farbe und Bart in Ottensen, zwei Minuten vom Bahnhof Altona. Bei uns nimmt sich jemand Zeit, bevor die Schere kommt.',
  colour: '#0f5f66',
  logoUrl: '/demo/logo.svg',
  imprint: IMPRINT,
  privacy: PRIVACY,
  terms: TERMS,
} as const;
