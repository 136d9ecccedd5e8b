export const audit = {
  title: 'Verlauf',
};
