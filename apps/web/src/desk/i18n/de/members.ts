export const members = {
  title: 'Zugänge',
};
