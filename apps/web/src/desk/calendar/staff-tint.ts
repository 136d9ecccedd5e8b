/** Colours for those who were given none, told apart as well as so many can be. */
const COLOURS = ['#a8556f', '#b5722f', '#7d8a2e', '#3f8f63', '#2f8c96', '#4477bb', '#7867c0', '#a45aa8'] as const;
/** Chairs and rooms. */
export const STATION_COLOUR = '#8a8078';

/** The colour of the staff member at a place of the salon's order; the same wherever she is shown. */
export function staffTint(own: string | null, place: number): string {
  return own ?? COLOURS[place % COLOURS.length] ?? STATION_COLOUR;
}
