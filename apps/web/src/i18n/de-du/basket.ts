import { basket } from '../de/basket.ts';

export const basketDu: typeof basket = {
  ...basket,
  fullMore: 'Nimm erst eine heraus, oder ruf im Salon an.',
  emptied: 'Deine Auswahl ist leer.',
  severalMore: 'Mehrere Personen auf einmal kannst du online noch nicht buchen.',
  severalCall: 'Ruf dafür gern an:',
  timeHolds: 'Diese Zeit gilt für genau diese Auswahl. Änderst du etwas, wählst du die Zeit neu.',
  timeGone: 'Bitte wähl die Zeit noch einmal.',
  timeGoneMore: (p) => `Deine Auswahl hat sich geändert, darum gilt ${p.time} nicht mehr.`,
  nobodyAlone: 'Alles zusammen macht hier niemand allein. Wähl je Leistung, oder lass es offen.',
};
