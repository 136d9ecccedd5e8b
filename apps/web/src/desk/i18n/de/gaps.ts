export const gaps = {
  title: 'Freie Zeiten',
  none: 'Kein Platz mehr frei',
  noneMore: 'An diesem Tag ist keine Lücke mehr, in die eine Leistung passt.',
  with: (p: { time: string; staff: string }) => `${p.time} frei bei ${p.staff}`,
  fits: (p: { names: string }) => `Passt: ${p.names}`,
  more: (p: { n: number }) => ` und ${p.n} mehr`,
  fill: 'Termin eintragen',
  fillAt: (p: { time: string; staff: string }) => `Termin eintragen: ${p.time} bei ${p.staff}`,
  couldCome: 'Könnten früher kommen:',
  somebody: (p: { name: string; time: string }) => `${p.name}, ${p.time}`,
  call: (p: { name: string; phone: string }) => `${p.name} anrufen: ${p.phone}`,
};
