/** How a visit of several services goes, and why a time is recommended. */
export const visit = {
  plan: 'So läuft Ihr Termin ab',
  from: (p: { from: string; to: string }) => `${p.from} bis ${p.to}`,
  until: (p: { time: string }) => `bis ${p.time}`,
  inTurn: (p: { first: string; second: string }) => `${p.first}, dann ${p.second}`,
  by: (p: { name: string }) => ` bei ${p.name}`,
  develops: (p: { time: string }) => `${p.time} Einwirkzeit`,
  developsFrom: (p: { time: string; from: string }) => `, darin ab ${p.from} ${p.time} Einwirkzeit`,
  meanwhile: 'während der Einwirkzeit',

  reasons: {
    opensDay: 'Start in einen noch freien Arbeitstag',
    betweenVisits: 'passt genau zwischen zwei Termine',
    betweenVisitAndBreak: 'passt genau zwischen einen Termin und eine Pause',
    betweenBreakAndVisit: 'passt genau zwischen eine Pause und einen Termin',
    betweenBreaks: 'passt genau zwischen zwei Pausen',
    allBeforeVisit: 'füllt genau die Zeit bis zu einem Termin',
    allBeforeBreak: 'füllt genau die Zeit bis zu einer Pause',
    allAfterVisit: 'füllt genau die Zeit nach einem Termin',
    allAfterBreak: 'füllt genau die Zeit nach einer Pause',
    noGapAround: 'davor und danach bleibt keine Lücke',
    afterVisit: 'schließt direkt an einen Termin an',
    afterBreak: 'direkt nach einer Pause',
    noGapBefore: 'davor bleibt keine Lücke',
    beforeVisit: 'direkt vor einem Termin',
    beforeBreak: 'direkt vor einer Pause',
    noGapAfter: 'danach bleibt keine Lücke',
  },

  notTogether: { short: '', long: 'nicht alles in einem Termin möglich' },
  closedDay: (p: { day: string }) => `Am ${p.day} geht das nicht alles in einem Termin.`,
  fullDay: (p: { day: string }) => `Am ${p.day} ist für alles zusammen nichts mehr frei.`,
  twoVisits: 'Einzeln ist vielleicht noch etwas frei.',

  tooComplex: 'Für diese Leistungen gibt es zu viele Möglichkeiten, um alle zu vergleichen.',
  tooComplexMore: 'Wählen Sie bitte aus, zu wem Sie möchten, oder buchen Sie die Leistungen in zwei Terminen.',
  choosePeople: 'Personen wählen',
};
