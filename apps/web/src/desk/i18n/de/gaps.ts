export const gaps = {
  title: 'Freie Zeiten',
};
