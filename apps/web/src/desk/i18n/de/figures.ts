export const figures = {
  title: 'Zahlen',
  more: 'Wie weit Besucher auf Ihrer Buchungsseite kommen.',
  window: 'Zeitraum',
  days: (p: { n: number }) => `Letzte ${p.n} Tage`,
  funnel: 'Vom Öffnen der Seite bis zum Termin',
  step: 'Schritt',
  count: 'Anzahl',
  share: 'Anteil',
  lost: 'Weniger als davor',
  steps: {
    opened: 'Seite geöffnet',
    services: 'Leistung gewählt',
    time: 'Zeit gewählt',
    details: 'Kontaktdaten eingegeben',
    booked: 'Termin gebucht',
  },
  before: {
    opened: 'bevor sich die Seite öffnet',
    services: 'bevor sie eine Leistung wählen',
    time: 'bevor sie eine Zeit wählen',
    details: 'bevor sie ihre Kontaktdaten eingeben',
    booked: 'bevor sie den Termin buchen',
  },
  mostLost: (p: { lost: string; of: string; step: string }) =>
    `Die meisten kehren um, ${p.step}: ${p.lost} von ${p.of}.`,
  empty: 'Noch niemand war da',
  emptyMore: 'Sobald jemand Ihre Buchungsseite öffnet, sehen Sie hier, wie weit Besucher kommen.',
  moreBooked:
    'Es sind mehr Termine als Aufrufe: Ein Teil wurde gebucht, bevor die Seite zu zählen begann, oder an ihr vorbei.',
  counted:
    'So wird gezählt: Die ersten vier Zeilen sind Aufrufe Ihrer Buchungsseite, ohne Cookie und ohne dass wir jemanden wiedererkennen. Wer neu lädt oder am nächsten Tag zurückkommt, zählt noch einmal; Suchmaschinen zählen nicht, und von einem Anschluss nur eine begrenzte Zahl je Stunde. Die letzte Zeile sind Termine, die Kunden in diesen Tagen selbst gebucht haben, auch wenn sie später abgesagt wurden.',
};
