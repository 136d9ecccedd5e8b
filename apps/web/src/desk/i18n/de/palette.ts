export const palette = {
  title: 'Suchen und springen',
};
