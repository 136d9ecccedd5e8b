import { visit } from '../de/visit.ts';

export const visitDu: typeof visit = {
  ...visit,
  plan: 'So läuft dein Termin ab',
  tooComplexMore: 'Wähl bitte aus, zu wem du möchtest, oder buche die Leistungen in zwei Terminen.',
};
