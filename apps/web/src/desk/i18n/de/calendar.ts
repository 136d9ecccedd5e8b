import { plural } from '../../../i18n/plural.ts';

const visits = (n: number) => plural('de', n, { one: 'Termin', other: 'Termine' });

/** The calendar of the desk. */
export const calendar = {
  title: 'Kalender',
  titleOn: (p: { day: string }) => `Kalender, ${p.day}`,

  views: { day: 'Tag', week: 'Woche', month: 'Monat', agenda: 'Liste' },
  view: 'Ansicht',
  today: 'Heute',
  previous: { day: 'Voriger Tag', week: 'Vorige Woche', month: 'Voriger Monat', agenda: 'Voriger Tag' },
  next: { day: 'Nächster Tag', week: 'Nächste Woche', month: 'Nächster Monat', agenda: 'Nächster Tag' },
  chooseDate: 'Datum wählen',

  options: 'Anzeige',
  people: 'Personen',
  everybody: 'Alle zeigen',
  wholeWeek: (p: { name: string }) => `Woche von ${p.name} zeigen`,
  whose: 'Woche von',
  status: 'Termine',
  statusFilter: 'Andere werden blass gezeichnet.',
  stations: 'Stühle und Räume zeigen',
  allHours: 'Von 0 bis 24 Uhr',
  zoom: 'Maßstab',
  zoomIn: 'Größer',
  zoomOut: 'Kleiner',
  filtered: 'Es wird nicht alles gezeigt.',
  print: 'Tag drucken',

  statuses: {
    requested: 'angefragt',
    confirmed: 'bestätigt',
    arrived: 'ist da',
    done: 'fertig',
    no_show: 'nicht erschienen',
  },
  visits: (p: { n: number }) => visits(p.n),
  retired: (p: { name: string }) => `${p.name} (nicht in Benutzung)`,
  columnLabel: (p: { name: string; n: number }) => `${p.name}, ${visits(p.n)}`,
  dayColumnLabel: (p: { day: string; name: string; n: number }) => `${p.day}, ${p.name}, ${visits(p.n)}`,
  blockLabel: (p: { from: string; to: string; name: string; services: string }) =>
    `${p.from} bis ${p.to}, ${p.name}, ${p.services}`,
  develops: (p: { from: string; to: string }) => `Einwirkzeit ${p.from} bis ${p.to} frei`,
  elsewhere: (p: { from: string; to: string }) => `${p.from} bis ${p.to} bei anderen, frei`,
  with: (p: { names: string }) => `mit ${p.names}`,
  walkIn: 'Laufkundschaft',
  marks: {
    newCustomer: 'zum ersten Mal hier',
    note: 'Notiz',
    allergy: 'Allergie',
    noShows: (p: { n: number }) => `${p.n} Mal nicht erschienen`,
    online: 'online gebucht',
    outside: 'außerhalb der Arbeitszeit',
    overlaps: 'liegt über anderem',
    sameCustomerAtOnce: 'hat zugleich einen anderen Termin',
  },

  free: (p: { time: string }) => `${p.time} frei`,
  freeLabel: (p: { from: string; to: string; time: string }) => `Frei ${p.from} bis ${p.to}, ${p.time}`,
  freeInDay: (p: { time: string }) => `noch ${p.time} frei`,
  off: { time_off: 'Abwesend', blocked: 'Blockiert' },
  offLabel: (p: { from: string; to: string; what: string }) => `${p.from} bis ${p.to}, ${p.what}`,
  offOverlaps: 'Termine liegen darunter',

  empty: {
    closed: (p: { why: string }) => `Geschlossen: ${p.why}`,
    nobody: 'An diesem Tag arbeitet niemand.',
    nobodyMore: 'Arbeitszeiten stehen unter „Team“.',
    noVisits: 'Noch keine Termine an diesem Tag.',
    noVisitsMore: 'Tippen Sie auf eine freie Zeit, um einen einzutragen.',
    noneShown: 'Von den gewählten Personen arbeitet an diesem Tag niemand.',
    noStaff: 'Noch niemand im Team',
    noStaffMore: 'Legen Sie unter „Team“ an, wer gebucht werden kann. Dann steht hier der Tag.',
  },
  loading: 'Der Kalender wird geladen',
  offline: (p: { time: string }) => `Stand von ${p.time}. Sobald es wieder geht, laden wir neu.`,
  notUpdated: (p: { time: string }) => `Stand von ${p.time}. Neues kommt gerade nicht an, wir versuchen es weiter.`,

  help: 'Pfeiltasten gehen von Termin zu Termin, Eingabe öffnet, M verschiebt.',
  helpFree: 'Eingabe trägt einen Termin ein, B blockiert die Zeit.',
  moving: (p: { name: string }) =>
    `${p.name} verschieben. Pfeiltasten ändern Zeit und Person, Umschalt und Pfeil die Dauer. Eingabe legt ab, Escape bricht ab.`,
  movingHint: 'Pfeile: Zeit und Person. Umschalt + Pfeil: Dauer. Eingabe legt ab, Escape bricht ab.',
  at: (p: { name: string; from: string; to: string }) => `${p.name}, ${p.from} bis ${p.to}`,
  dropped: (p: { name: string; where: string }) => `${p.name} liegt jetzt bei ${p.where}.`,
  restored: (p: { name: string }) => `${p.name} bleibt, wo es war.`,
  cannotMove: 'Abgeschlossene Termine bleiben, wo sie sind.',

  month: {
    label: (p: { month: string }) => `Überblick ${p.month}`,
    full: (p: { percent: number }) => `${p.percent} % belegt`,
    closed: 'geschlossen',
    closedShort: 'zu',
    legend: { visits: 'Termine', full: 'so voll ist der Tag' },
    day: (p: { day: string; visits: string; state: string }) => `${p.day}: ${p.visits}, ${p.state}`,
  },
  agenda: {
    label: (p: { day: string }) => `Termine am ${p.day}`,
    now: 'Jetzt',
  },
  sheet: {
    title: (p: { day: string }) => `Tagesblatt ${p.day}`,
    printed: (p: { at: string }) => `Stand ${p.at}`,
    none: 'Keine Termine.',
  },
};

/** Texts of the calendar; every language has these. */
export type CalendarTexts = typeof calendar;
