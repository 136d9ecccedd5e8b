export const visit = {
  title: 'Termin',
};
