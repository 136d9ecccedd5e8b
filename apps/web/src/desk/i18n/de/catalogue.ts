export const catalogue = {
  title: 'Katalog',
};
