/** Whom a report is about: the salon and, at the desk, whoever is signed in; by their ids. */
export type WhoIsHere = { readonly salon?: string | undefined; readonly user?: string | undefined };

let here: WhoIsHere = {};
let heard: (who: WhoIsHere) => void = () => {};

/** Says whom what follows is about. */
export function nameWhoIsHere(who: WhoIsHere): void {
  here = who;
  heard(who);
}

/** Hears of it, now and later. */
export function onWhoIsHere(listener: (who: WhoIsHere) => void): void {
  heard = listener;
  listener(here);
}
