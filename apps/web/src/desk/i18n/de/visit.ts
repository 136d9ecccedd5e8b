type Named = { name: string };
type Placed = { name: string; when: string; staff: string };

/** What happens with a visit, and with blocked time. */
export const visit = {
  title: 'Termin',
  walkIn: 'Laufkundschaft',
  someVisit: 'ein anderer Termin',

  statuses: {
    requested: 'angefragt',
    confirmed: 'bestätigt',
    arrived: 'ist da',
    done: 'fertig',
    no_show: 'nicht erschienen',
    cancelled: 'abgesagt',
  },

  said: {
    created: (p: Placed) => `${p.name} ist eingetragen: ${p.when} bei ${p.staff}.`,
    moved: (p: Placed) => `${p.name}: jetzt ${p.when} bei ${p.staff}.`,
    changed: (p: Named) => `Der Termin von ${p.name} ist geändert.`,
    status: {
      requested: (p: Named) => `${p.name} ist wieder angefragt.`,
      confirmed: (p: Named) => `Der Termin von ${p.name} ist bestätigt.`,
      arrived: (p: Named) => `${p.name} ist da.`,
      done: (p: Named) => `${p.name} ist fertig.`,
      no_show: (p: Named) => `${p.name} ist nicht erschienen.`,
      cancelled: (p: Named) => `Der Termin von ${p.name} ist abgesagt.`,
    },
    declined: (p: Named) => `Die Anfrage von ${p.name} ist abgelehnt.`,
    restored: (p: Named) => `Der Termin von ${p.name} steht wieder.`,
    split: (p: Named) => `Aus dem Termin von ${p.name} sind zwei geworden.`,
    timeTaken: {
      blocked: (p: { name: string; when: string }) => `Blockiert bei ${p.name}: ${p.when}.`,
      time_off: (p: { name: string; when: string }) => `${p.name} ist abwesend ab ${p.when}.`,
    },
    timeGiven: (p: { name: string; when: string }) => `Die Zeit von ${p.name} am ${p.when} ist wieder frei.`,
    mail: 'Die Mail geht gleich hinaus.',
    undone: 'Rückgängig gemacht.',
    notUndone: (p: { why: string }) => `Das ließ sich nicht rückgängig machen. ${p.why}`,
    refused: (p: { why: string }) => `Es bleibt, wie es war. ${p.why}`,
    resumed: 'Was vor dem Neuladen unterwegs war, ist jetzt eingetragen.',
  },

  conflicts: {
    title: 'Da liegt schon etwas',
    visit: (p: { time: string; who: string; staff: string }) => `${p.time} liegt ${p.who}, bei ${p.staff}.`,
    timeOff: (p: { time: string; staff: string }) => `${p.time} ist ${p.staff} abwesend.`,
    timeOffFor: (p: { time: string; staff: string; reason: string }) =>
      `${p.time} ist ${p.staff} abwesend (${p.reason}).`,
    blocked: (p: { time: string; staff: string }) => `${p.time} ist bei ${p.staff} blockiert.`,
    blockedFor: (p: { time: string; staff: string; reason: string }) =>
      `${p.time} ist bei ${p.staff} blockiert (${p.reason}).`,
    outside: (p: { time: string; staff: string }) => `${p.time} arbeitet ${p.staff} nicht.`,
    closed: (p: { time: string }) => `${p.time} ist geschlossen.`,
    closedFor: (p: { time: string; reason: string }) => `${p.time} ist geschlossen (${p.reason}).`,
    notOffered: (p: { staff: string }) => `${p.staff} macht eine dieser Leistungen sonst nicht.`,
    station: (p: { time: string; station: string }) => `${p.time} ist ${p.station} belegt.`,
    noStation: (p: { time: string }) => `${p.time} ist kein passender Platz frei.`,
    anyway: 'Trotzdem eintragen',
    back: 'Nicht eintragen',
    marked: 'Wird es trotzdem eingetragen, ist es im Kalender als Überschneidung markiert.',
  },

  mail: {
    title: 'Kundin oder Kunden informieren?',
    text: (p: Placed) => `${p.name} kommt dann ${p.when} zu ${p.staff}.`,
    send: 'Verschieben und Mail schicken',
    quiet: 'Verschieben ohne Mail',
    back: 'Nicht verschieben',
  },

  changed: {
    title: 'Inzwischen geändert',
    by: (p: { actor: string; name: string }) => `${p.actor} hat den Termin von ${p.name} inzwischen geändert.`,
    somebody: 'Jemand anderes',
    customer: 'Die Kundin oder der Kunde',
    now: 'So steht er jetzt:',
    kept: 'Ihre Änderung wurde nicht eingetragen, damit nichts überschrieben wird.',
    understood: 'Verstanden',
  },

  sending: {
    noAnswer: 'Keine Verbindung. Wir versuchen es weiter, nichts wird doppelt eingetragen.',
    busy: 'Gerade ist viel los. Wir versuchen es weiter, nichts wird doppelt eingetragen.',
    stuck: 'Eine Änderung ließ sich noch nicht speichern.',
    leave: 'Eine Änderung ist noch nicht gespeichert.',
  },
};

/** Texts of visits; every language has these. */
export type VisitTexts = typeof visit;
