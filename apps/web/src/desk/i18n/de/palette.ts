export const palette = {
  title: 'Suchen und springen',
  nothing: 'Nichts gefunden.',
};
